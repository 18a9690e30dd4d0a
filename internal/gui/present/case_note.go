package present

import (
	"slices"
	"strings"

	"harta/internal/domain"
	"harta/internal/office"
)

// noteForm adds a note of any kind. Whom a submission is directed against may only explain.
func (c *Case) noteForm() *Form { return c.noteOf(domain.DoNote, domain.PlainNote) }

func (c *Case) noteOf(do domain.Action, usual domain.NoteKind) *Form {
	var f *Form
	f = c.fill(do, func(id office.Command) error {
		return c.office.Note(id, c.id, noted(f))
	},
		&Field{Key: "note", Label: c.T("case.note_kind"), Kind: ChoiceField, Options: c.noteKinds()},
		&Field{Key: "to", Label: c.T("field.to"), Kind: ChoiceField, Options: c.askable()},
		&Field{Key: "text", Label: c.T("field.text"), Kind: TextField, Lines: 6},
		&Field{Key: "due", Label: c.T("case.answer_by"), Kind: DateField})
	if f.Text("note") == "" {
		f.Field("note").Text = string(usual)
	}
	f.Edited = func(*Field) { c.askedAbout(f) }
	f.Done = func() {
		if e := noted(f); e.Note == domain.AskedOpinion && e.To == (domain.UserID{}) { // who is outside is asked by a letter
			c.Toast(Toast{Words: c.T("case.done.ask_outside")})
			c.Open(Route{Place: LetterPlace, Case: c.id, Arg: string(domain.TAsk)})
			return
		}
		c.wasNoted(domain.NoteKind(f.Text("note")))
	}
	return f
}

// noted gives the note as the form says it.
func noted(f *Form) domain.CaseNoted {
	e := domain.CaseNoted{Note: domain.NoteKind(f.Text("note")), Text: f.Text("text")}
	if e.Note == domain.AskedCitizen {
		e.Due = f.Day("due")
	}
	if e.Note == domain.AskedOpinion {
		e.To, e.Due = domain.ParseID[domain.UserID](f.Text("to")), f.Day("due")
	}
	return e
}

// askForm asks somebody for an opinion or for explanations: whom the submission names comes first.
func (c *Case) askForm() *Form {
	f := c.noteOf(doAsk, domain.AskedOpinion)
	f.First, f.Field("note").Hidden = "text", true
	if to := f.Field("to"); to.Text == "" && len(to.Options) > 1 && c.named(domain.ParseID[domain.UserID](to.Options[0].Key)) {
		to.Text = to.Options[0].Key
	}
	if due := f.Field("due"); due.Text == "" {
		due.Date = c.state.by.Office.Calendar().AddWorking(c.state.by.Today(), answerDays)
		due.Text = due.Date.Local()
	}
	return f
}

// answerDays are the working days that are proposed for an answer.
const answerDays = 3

// askedAbout shows the fields of a question when one is put, and says what whoever is asked will see.
func (c *Case) askedAbout(f *Form) {
	kind := domain.NoteKind(f.Text("note"))
	asks := kind == domain.AskedOpinion
	f.Field("to").Hidden, f.Field("due").Hidden = !asks, !asks && kind != domain.AskedCitizen
	f.Field("text").Label = c.T("field.text")
	if asks {
		f.Field("text").Label = c.T("case.question")
	}
	f.Field("note").Hint = ""
	if c.noteHints(f.Text("note")) {
		f.Field("note").Hint = c.T("case.note_hint." + f.Text("note"))
	}
	f.Notices = nil
	to := domain.ParseID[domain.UserID](f.Text("to"))
	switch {
	case !asks:
	case c.named(to):
		f.Notices = []Notice{{Sign: WarnSign, Words: c.T("case.ask_named")}}
		f.Field("to").Hint = ""
	case to != domain.UserID{}:
		f.Field("to").Hint = c.T("case.ask_colleague")
	default:
		f.Field("to").Hint = c.T("case.ask_outside")
	}
}

// named tells whether the submission is directed against a user.
func (c *Case) named(id domain.UserID) bool {
	return id != (domain.UserID{}) && c.state.by.Office.NamedIn(id, c.state.Case.Entry())
}

// askable are those who can be asked: whom the submission names, then everybody else who works here, and at the end
// somebody outside the program.
func (c *Case) askable() []Option {
	var named, others []Option
	for _, u := range c.state.by.Office.Users {
		switch {
		case !u.Removed.IsZero() && c.state.by.Today() >= u.Removed, u.ID == c.state.by.User, u.Name == "":
		case c.named(u.ID):
			named = append(named, Option{idKey(u.ID), c.T("case.ask_who_named", "name", u.Name)})
		default:
			others = append(others, Option{idKey(u.ID), listed(u.Name, c.unit(u.Department))})
		}
	}
	byWords := func(a, b Option) int { return strings.Compare(a.Words, b.Words) }
	slices.SortFunc(named, byWords)
	slices.SortFunc(others, byWords)
	return slices.Concat(named, others, []Option{{"", c.T("case.ask_who_outside")}})
}

// noteHints tells which kinds of note need a word of explanation.
func (c *Case) noteHints(kind string) bool {
	switch domain.NoteKind(kind) {
	case domain.AskedCitizen, domain.FileNote, domain.RecusedSelf:
		return true
	default:
		return false
	}
}

// noteKinds are the kinds of note that whoever works may add now.
func (c *Case) noteKinds() []Option {
	var all []Option
	for _, k := range domain.NoteKinds() {
		s := domain.Situation{Case: c.state.Case, By: c.state.by.User, Event: domain.CaseNoted{Note: k}}
		waits := c.view.Waits
		if c.state.by.Office.Authority(s, domain.DoNote, c.state.by.Today()) != nil ||
			k == domain.AskedCitizen && waits || k == domain.CitizenCame && !waits {
			continue
		}
		all = append(all, Option{string(k), capital(c.Say.Note(k))})
	}
	return all
}

// wasNoted tells that a note was added. The mark „чака гражданина“ can be taken back.
func (c *Case) wasNoted(kind domain.NoteKind) {
	switch kind {
	case domain.AskedCitizen:
	case domain.AskedOpinion:
		c.Toast(Toast{Words: c.T("case.done.ask")})
		return
	default:
		c.Toast(Toast{Words: c.T("case.done.note")})
		return
	}
	c.takeBack(c.T("case.done.waiting"), domain.DoNote, func(command commandOf) error {
		id, err := command()
		if err != nil {
			return err
		}
		return c.office.Note(id, c.id, domain.CaseNoted{Note: domain.CitizenCame, Text: c.T("case.undo_reason")})
	})
}
