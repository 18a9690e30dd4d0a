package present

import "harta/internal/domain"

// letterTitle is a letter as lists call it: by the office's title of its template, else by the program's.
func (e Env) letterTitle(o *domain.Office, id domain.TemplateID) string {
	t, _ := o.Template(id)
	t.ID = id
	return e.templateTitle(t)
}

// templateTitle is the office's own title of a letter, else that of the program.
func (e Env) templateTitle(t domain.Template) string { return orElse(t.Title, e.Say.Template(t.ID)) }

// signQuestion is asked before a letter is signed: the signature takes a number, and neither is taken back.
func (e Env) signQuestion(number, title, to string) Question {
	return Question{
		Title: e.T("write.sign_title", "number", number), Words: e.T("write.sign_words", "title", title, "to", to),
		Yes: e.T("write.sign"), No: e.T("write.sign_no"),
	}
}
