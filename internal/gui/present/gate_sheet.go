package present

import "image"

// Sheet is the recovery sheet of a new office: seen, printed or kept, and its code typed back once.
type Sheet struct {
	*Gate
	Form *Form // the code, typed back

	code  string
	pdf   []byte
	page  image.Image
	wrong string
	kept  bool // it was shown in a viewer or kept in a file
}

// sheetWidth is how many pixels wide the picture of the sheet is drawn.
const sheetWidth = 900

func newSheet(g *Gate, code string, pdf []byte) *Sheet {
	s := &Sheet{Gate: g, code: code, pdf: pdf}
	typed := &Field{Key: "code", Label: g.T("gate.code_back"), Hint: g.T("gate.code_hint"), Most: 100}
	s.Form = &Form{
		Env: g.Env, Title: g.T("gate.sheet"), Lead: g.T("gate.sheet_lead"), Do: g.T("gate.sheet_do"), Fields: []*Field{typed},
	}
	s.Form.GiveUp = g.T("gate.later")
	s.Form.Closed = func(done bool) {
		if !done {
			s.Later()
		}
	}
	s.Form.Run = func() error { return onField("code", g.desk.SameCode(typed.Text, s.code)) }
	s.Form.Done = func() {
		g.Toast(Toast{Words: g.T("gate.sheet_checked")})
		g.firstSteps()
	}
	s.draw()
	return s
}

// draw makes the picture of the sheet.
func (s *Sheet) draw() {
	if len(s.pdf) == 0 {
		s.wrong = s.T("gate.sheet_missing")
		return
	}
	var page image.Image
	var err error
	s.Go(func() { page, err = s.desk.Page(s.pdf, 0, sheetWidth) }, func() {
		s.page = page
		if err != nil {
			s.page, s.wrong = nil, s.T("gate.sheet_unseen")
		}
		s.changed()
	})
}

// Page is the picture of the sheet; nil while there is none.
func (s *Sheet) Page() image.Image { return s.page }

// Code is the code, for when the sheet cannot be shown.
func (s *Sheet) Code() string { return s.code }

// Printable tells whether there is a sheet at all.
func (s *Sheet) Printable() bool { return len(s.pdf) > 0 }

// Wrong says why the sheet cannot be shown, printed or kept.
func (s *Sheet) Wrong() string { return s.wrong }

// Kept tells whether the sheet has left the program.
func (s *Sheet) Kept() bool { return s.kept }

// Print shows the sheet in the viewer of this PC, which prints it.
func (s *Sheet) Print() { s.take(func() error { return s.desk.Show("recovery.pdf", s.pdf) }, "") }

// Name is proposed for the file of the sheet.
func (s *Sheet) Name() string { return s.T("gate.sheet_file") + ".pdf" }

// Save keeps the sheet in a file.
func (s *Sheet) Save(path string) {
	s.take(func() error { return s.desk.SaveCopy(path, s.pdf) }, s.T("gate.sheet_saved"))
}

func (s *Sheet) take(work func() error, done string) {
	var err error
	s.Go(func() { err = work() }, func() {
		if err != nil {
			s.wrong = s.Tell(err)
		} else {
			s.wrong, s.kept = "", true
			if done != "" {
				s.Toast(Toast{Words: done})
			}
		}
		s.changed()
	})
}

// Later goes on without the code typed back, which stays as a warning.
func (s *Sheet) Later() {
	s.Ask(Question{
		Title: s.T("gate.sheet_later_title"), Words: s.T("gate.sheet_later_words"),
		Yes: s.T("gate.later"), No: s.T("gate.back"), Danger: true,
	}, func(yes bool) {
		if yes {
			s.notices = append(s.notices, s.T("gate.sheet_warning"))
			s.firstSteps()
		}
	})
}
