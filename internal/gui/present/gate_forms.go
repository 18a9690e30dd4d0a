package present

import (
	"path/filepath"
	"strings"

	"harta/internal/desk"
)

// fill shows one form; given up, it leads back to where one was.
func (g *Gate) fill(f *Form) {
	if g.step != GateFill {
		g.from = g.step
	}
	f.Env = g.Env
	f.Closed = func(done bool) {
		if g.Form == f {
			g.Form = nil
		}
		if !done {
			g.show(g.from)
		}
	}
	g.Form = f
	g.show(GateFill)
}

// Back leads back from a form, or from a step that is no form.
func (g *Gate) Back() {
	switch {
	case g.step == GateFill && g.Form != nil && !g.Form.Busy:
		g.Form.Cancel()
	case g.step == GateFounding && g.Founding.Back():
	case g.step == GateFounding:
		g.show(GateStart)
	}
}

// passwordPair gives the two fields of a new password.
func passwordPair(env Env) []*Field {
	return []*Field{
		{Key: "password", Label: env.T("gate.new_password"), Kind: PasswordField, Hint: env.T("gate.password_rule")},
		{Key: "again", Label: env.T("gate.password_again"), Kind: PasswordField},
	}
}

// checkPair marks what is wrong with a new password.
func checkPair(f *Form, check func(string) error) {
	password, again := f.Field("password"), f.Field("again")
	if err := check(password.Text); err != nil {
		password.Wrong = f.Tell(err)
	} else if again.Text != password.Text {
		again.Wrong = f.T("gate.password_differs")
	}
}

// Forgot asks for the recovery code: it gives the first administrator a new password.
func (g *Gate) Forgot() {
	code := &Field{Key: "code", Label: g.T("gate.code"), Kind: LineField, Hint: g.T("gate.code_hint")}
	f := &Form{
		Title: g.T("gate.forgot"), Lead: g.T("gate.forgot_lead"), Do: g.T("gate.forgot_do"),
		Fields: append([]*Field{code}, passwordPair(g.Env)...),
	}
	f.Check = func() {
		if strings.TrimSpace(code.Text) == "" {
			code.Wrong = g.T("gate.code_missing")
		}
		checkPair(f, g.desk.CheckPassword)
	}
	var as admission
	f.Run = func() error {
		_, err := g.desk.EnterByCode(code.Text, f.Field("password").Text)
		if err == nil {
			as = g.admission(f.Field("password").Text)
		}
		return onField("code", err)
	}
	f.Done = func() {
		g.Toast(Toast{Words: g.T("gate.forgot_done")})
		g.entered(as)
	}
	g.fill(f)
}

// mustChange asks whoever has signed in with a temporary password for one of his own. The temporary one was typed a
// moment ago and is not asked for again.
func (g *Gate) mustChange(temporary string) {
	f := &Form{
		Title: g.T("gate.must_change"), Lead: g.T("gate.must_change_lead"), Do: g.T("gate.must_change_do"),
		Fields: passwordPair(g.Env),
	}
	f.Check = func() { checkPair(f, g.desk.CheckPassword) }
	f.Run = func() error { return onField("password", g.desk.ChangePassword(temporary, f.Field("password").Text)) }
	f.Done = g.finish
	g.fill(f)
	g.from = GateSignIn
}

// practiceSuffix is how the folder of the exercise is called beside that of the office.
const practiceSuffix = "-exercise"

// Practising tells whether the chosen folder is that of the exercise.
func (g *Gate) Practising() bool { return strings.HasSuffix(g.desk.Dir(), practiceSuffix) }

// Practise goes to the exercise, which lies beside the office; the first time it is founded.
func (g *Gate) Practise() {
	dir := g.desk.Dir() + practiceSuffix
	g.choose(dir, func() {
		if g.desk.HasOffice() {
			g.Open(false)
			return
		}
		g.foundPractice()
	})
}

// LeavePractice goes back to the office.
func (g *Gate) LeavePractice() {
	g.choose(strings.TrimSuffix(g.desk.Dir(), practiceSuffix), g.Begin)
}

// choose closes what is open and takes another folder.
func (g *Gate) choose(dir string, then func()) {
	var err error
	g.Go(func() { err = g.desk.Close() }, func() {
		if err != nil {
			g.trouble = g.Tell(err)
			g.show(GateBroken)
			return
		}
		g.desk.Choose(dir)
		g.facts, g.Login, g.fresh = facts{}, nil, true
		then()
	})
}

// foundPractice founds the exercise: a made-up office with made-up cases.
func (g *Gate) foundPractice() {
	f := &Form{
		Title: g.T("gate.practice"), Lead: g.T("gate.practice_lead"), Do: g.T("gate.practice_do"),
		Fields: passwordPair(g.Env),
	}
	f.Check = func() { checkPair(f, g.desk.CheckPassword) }
	f.Run = func() error { return g.desk.FoundDemo(f.Field("password").Text, practiceSeed) }
	f.Done = g.signIn
	g.fill(f)
	given := f.Closed
	f.Closed = func(done bool) {
		given(done)
		if !done {
			g.LeavePractice()
		}
	}
}

// practiceSeed makes the same exercise on every PC, so that one can talk about it.
const practiceSeed = 1

// OtherFolder asks for another data folder.
func (g *Gate) OtherFolder() {
	dir := &Field{
		Key: "dir", Label: g.T("gate.folder"), Kind: FolderField, Hint: g.T("gate.folder_hint"), Text: g.desk.Dir(),
	}
	f := &Form{Title: g.T("gate.other_folder"), Lead: g.T("gate.other_folder_lead"), Do: g.T("gate.other_folder_do"), Fields: []*Field{dir}}
	f.Check = func() { checkFolder(f, dir) }
	f.Run = func() error {
		if err := g.desk.Close(); err != nil {
			return err
		}
		g.desk.Choose(filepath.Clean(f.Text("dir")))
		return nil
	}
	f.Done = g.moved
	g.fill(f)
}

// moved begins anew in another folder, which is found again at the next start.
func (g *Gate) moved() {
	dir := g.desk.Dir()
	g.Habits(func(h *desk.Habits) { h.DataDir = dir })
	g.facts, g.Login = facts{}, nil
	g.Begin()
}

func checkFolder(f *Form, x *Field) {
	switch text := strings.TrimSpace(x.Text); {
	case text == "":
		x.Wrong = f.T("gate.folder_missing")
	case !filepath.IsAbs(text):
		x.Wrong = f.T("gate.folder_relative")
	}
}

// restoredSuffix is how a restored folder is called beside a damaged one.
const restoredSuffix = "-restored"

// Restore brings an office back from a backup.
func (g *Gate) Restore() {
	to := g.desk.Dir()
	if g.desk.HasOffice() {
		to += restoredSuffix
	}
	from := &Field{Key: "from", Label: g.T("gate.restore_from"), Kind: FolderField, Hint: g.T("gate.restore_from_hint")}
	into := &Field{Key: "into", Label: g.T("gate.restore_into"), Kind: FolderField, Hint: g.T("gate.restore_into_hint"), Text: to}
	f := &Form{Title: g.T("gate.restore"), Lead: g.T("gate.restore_lead"), Do: g.T("gate.restore_do"), Fields: []*Field{from, into}}
	f.Check = func() {
		checkFolder(f, from)
		checkFolder(f, into)
	}
	f.Run = func() error {
		if err := g.desk.Close(); err != nil {
			return err
		}
		before := g.desk.Dir()
		g.desk.Choose(filepath.Clean(f.Text("into")))
		if err := g.desk.Restore(filepath.Clean(f.Text("from")), g.meter.Count64); err != nil {
			g.desk.Choose(before)
			if desk.IsOccupied(err) {
				return onField("into", err)
			}
			return onField("from", err)
		}
		return nil
	}
	f.Done = g.moved
	g.fill(f)
}
