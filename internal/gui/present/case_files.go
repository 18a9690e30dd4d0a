package present

import (
	"slices"

	"harta/internal/calendar"
	"harta/internal/domain"
)

// CaseFile is a document of a case.
type CaseFile struct {
	ID   domain.DocumentID
	Name string
	More string // size and sheets
	When string
	Who  string
}

// CaseLetter is a letter of a case.
type CaseLetter struct {
	ID       domain.LetterID
	Title    string
	Number   string
	State    CaseMark
	Who      string
	When     string
	Printed  bool // it has a number, so its PDF can be shown
	MayServe bool
}

func (c *Case) files(x domain.Case) []CaseFile {
	var all []CaseFile
	for _, d := range x.Documents {
		f := CaseFile{ID: d.Document, Name: d.Name, More: c.size(d)}
		if x.Shredded(d.Document) {
			f.More = c.T("case.shredded")
		}
		for _, j := range c.state.History {
			if added, ok := j.Event.(domain.DocumentAdded); ok && added.Document == d.Document {
				f.When, f.Who = c.Say.Date(calendar.DateOf(j.At)), c.user(j.By)
			}
		}
		all = append(all, f)
	}
	slices.Reverse(all)
	return all
}

func (c *Case) size(d domain.DocumentAdded) string {
	const kilo = 1024
	size := c.T("case.kilobytes", "n", max(1, d.Size/kilo))
	if d.Size >= kilo*kilo {
		size = c.T("case.megabytes", "n", d.Size/(kilo*kilo))
	}
	if d.Sheets > 0 {
		size = listed(size, c.T("case.sheets", "n", d.Sheets))
	}
	return size
}

func (c *Case) letters(x domain.Case) []CaseLetter {
	var all []CaseLetter
	for _, l := range slices.Backward(x.Letters) {
		all = append(all, CaseLetter{
			ID: l.ID, Title: c.titleOf(l.Content.Template), Number: c.outNumber(l.Number), State: c.letterMark(l), Who: c.user(l.Author),
			When: c.Say.Date(c.moved(l)), Printed: !l.Number.IsZero(),
			MayServe: !c.ReadOnly && c.state.by.May(x, l, domain.DoServe) == nil,
		})
	}
	return all
}

// outNumber is the number of a letter as its row tells it; there is none before it is signed.
func (c *Case) outNumber(n domain.Number) string {
	if n.IsZero() {
		return ""
	}
	return c.T("case.out_number", "number", n)
}

func (c *Case) letterMark(l domain.LetterFile) CaseMark {
	words := c.Say.LetterState(l.State)
	switch {
	case l.State == domain.LetterDraft && l.Voided:
		return CaseMark{IconWarn, c.T("case.letter_voided"), ToneToday}
	case l.State == domain.LetterDraft && l.Returned != "":
		return CaseMark{IconReturned, c.T("case.letter_returned"), ToneToday}
	case l.State == domain.LetterDraft:
		return CaseMark{IconLetter, words, ToneState}
	case l.State == domain.LetterWaiting:
		return CaseMark{IconStamp, words, ToneSoon}
	case l.State == domain.LetterStruck:
		return CaseMark{IconGone, words, ToneLate}
	case l.State == domain.LetterSent, l.State == domain.LetterDelivered:
		return CaseMark{IconSent, words, ToneGood}
	default:
		return CaseMark{IconStamp, words, ToneGood}
	}
}

// moved is the day of the last step of a letter, as it was recorded.
func (*Case) moved(l domain.LetterFile) calendar.Date {
	switch l.State {
	case domain.LetterDelivered:
		return l.ServedOn
	case domain.LetterSent:
		return l.DispatchedOn
	default:
		return calendar.DateOf(l.Since)
	}
}

// ShowFile opens a document with the viewer of this machine.
func (c *Case) ShowFile(id domain.DocumentID) {
	for _, d := range c.state.Case.Documents {
		if d.Document == id {
			c.reveal(d.Name, func() ([]byte, error) { return c.office.Document(c.id, id) })
		}
	}
}

// ShowLetter opens the PDF of a numbered letter.
func (c *Case) ShowLetter(id domain.LetterID) {
	c.reveal("letter.pdf", func() ([]byte, error) { return c.office.PDF(c.id, id) })
}

// reveal shows bytes with the viewer; of the name only the kind of file counts.
func (c *Case) reveal(name string, read func() ([]byte, error)) { c.revealed(name, read, func() {}) }

// revealed does the same, and then what follows when they were shown.
func (c *Case) revealed(name string, read func() ([]byte, error), then func()) {
	if c.busy {
		return
	}
	c.busy = true
	var err error
	c.Go(func() {
		var content []byte
		if content, err = read(); err == nil {
			err = c.office.Show(name, content)
		}
	}, func() {
		c.busy = false
		if err != nil {
			c.Toast(Toast{Words: c.Tell(err), Warn: true})
			return
		}
		then()
	})
}

// Drop adds files that were dropped on the screen, one after the other.
func (c *Case) Drop(paths []string) {
	if !c.view.MayFile || c.busy || len(paths) == 0 {
		return
	}
	added := 0
	c.at(func(command commandOf) error {
		for _, path := range paths {
			if err := c.attach(command, path, 0); err != nil {
				return err
			}
			added++
		}
		return nil
	}, func() { c.Toast(Toast{Words: c.T("case.done.attached", "n", added)}) })
}

// attach reads a file and adds it. It is run off the screen's goroutine.
func (c *Case) attach(command commandOf, path string, sheets int) error {
	content, err := c.office.ReadFile(path, mostFile)
	if err != nil {
		return err
	}
	id, err := command()
	if err != nil {
		return err
	}
	name := fileName(path)
	_, err = c.office.Attach(id, c.id, domain.DocumentAdded{Name: name, Type: mediaType(name), Sheets: sheets}, content)
	return err
}
