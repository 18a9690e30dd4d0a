package present

import (
	"image"
	"slices"

	"harta/internal/domain"
	"harta/internal/office"
)

// Detail is what stands beside a letter that waits: its case, and how it came here.
type Detail struct {
	file   office.File
	letter domain.LetterFile

	Loaded  bool
	Trouble string // why there is nothing to show
	Due     string
	Left    string
	Urgency domain.Urgency
	Basis   []string // how the term was counted
	Kind    string
	Sheets  int
	Text    string
	Papers  []PaperRow
	Way     []WayRow
	Version int // the last one, from 1
}

// PaperRow is a document of the case.
type PaperRow struct {
	Document domain.DocumentID
	Name     string
	Sheets   int
}

// WayRow is a step of the letter through the office.
type WayRow struct {
	Words, At string
	Action    domain.Action
}

// Detail gives what stands beside the chosen letter.
func (m *Approval) Detail() Detail { return m.detail }

// look reads the chosen letter, unless it is shown already as the office has it.
func (m *Approval) look() {
	i := m.Chosen()
	if i < 0 {
		return
	}
	row, gen := m.rows[i], m.gen
	how := office.Opened
	if m.detail.letter.ID == row.Letter {
		how = office.Again
	} else {
		m.detail = Detail{}
		m.paper.clear()
	}
	var file office.File
	var err error
	var basis []string
	m.Go(func() {
		if file, err = m.office.Case(row.Case, how); err != nil {
			return
		}
		if d, ok := file.Case.Due(); ok {
			basis = m.office.Steps(d)
		}
	}, func() {
		if gen != m.gen || m.chosen != row.Letter {
			return // overtaken by another choice
		}
		if err != nil {
			m.detail = Detail{Trouble: m.Tell(err)}
			m.changed()
			return
		}
		m.show(file, row, basis)
		m.draw()
		m.changed()
	})
}

// show lays the case of a letter out.
func (m *Approval) show(file office.File, row ApprovalRow, basis []string) {
	c := file.Case
	l, _ := c.Letter(row.Letter)
	d := Detail{
		file: file, letter: l, Loaded: true, Kind: m.Say.Kind(c.Intake.Kind), Sheets: c.Intake.Sheets, Text: c.Intake.Text,
		Basis: basis,
	}
	left := m.acting.Office.RemindReply(c.Entry(), m.acting.Today())
	if left.Due != 0 {
		d.Due, d.Left, d.Urgency = m.Say.Date(left.Due), m.LeftLong(left), left.Urgency
	}
	for _, x := range c.Documents {
		d.Papers = append(d.Papers, PaperRow{x.Document, x.Name, x.Sheets})
	}
	d.Way, d.Version = m.way(file, l.ID)
	m.detail = d
	m.lookSince()
}

// way tells how the letter came here, the last step first.
func (m *Approval) way(file office.File, id domain.LetterID) (all []WayRow, versions int) {
	for _, h := range file.History {
		name := m.Say.Author(m.acting.Office, h.By, h.Seat, ShortName)
		row := WayRow{At: m.moment(h.At)}
		switch e := h.Event.(type) {
		case domain.LetterDrafted:
			if e.Letter != id {
				continue
			}
			versions++
			row.Words, row.Action = m.T("approval.way_version", "n", versions, "name", name), domain.DoDraft
		case domain.LetterSubmitted:
			if e.Letter != id {
				continue
			}
			row.Words, row.Action = m.T("approval.way_submitted", "name", name), domain.DoSubmit
		case domain.LetterEndorsed:
			if e.Letter != id {
				continue
			}
			row.Words, row.Action = m.T("approval.way_endorsed", "name", name), domain.DoEndorse
			if e.As != "" {
				row.Words = m.T("approval.way_endorsed_step", "name", name, "step", m.Say.Step(e.As))
			}
		case domain.LetterReturned:
			if e.Letter != id {
				continue
			}
			row.Words, row.Action = m.T("approval.way_returned", "name", name, "comment", e.Comment), domain.DoReturn
		default:
			continue
		}
		all = append(all, row)
	}
	slices.Reverse(all)
	return all, versions
}

// draw draws the letter that is looked at.
func (m *Approval) draw() {
	p := &m.paper
	if p.width == 0 || !m.detail.Loaded {
		return
	}
	content := m.detail.letter.Content
	p.draw(m.Env, m.office, printing{
		print: func() (x printed, err error) {
			x.pdf, x.looks, err = m.office.DraftPages(content)
			return x, err
		},
		seen: m.changed,
		redo: m.draw,
	})
}

// Look says how wide a page is drawn, in pixels.
func (m *Approval) Look(width int) {
	if m.paper.look(width) {
		m.draw()
	}
}

// LookAt says which page is in view: it is drawn before the others.
func (m *Approval) LookAt(page int) { m.paper.view = page }

// Paper gives the pages of the letter, how many there are in all, and why there are none.
func (m *Approval) Paper() (pages []image.Image, count int, trouble string) {
	return m.paper.shown(), m.paper.count, m.paper.trouble
}

// OpenPaper opens a document of the case.
func (m *Approval) OpenPaper(i int) {
	if i < 0 || i >= len(m.detail.Papers) {
		return
	}
	paper, id := m.detail.Papers[i], m.detail.file.Case.ID
	var err error
	m.Go(func() {
		var data []byte
		if data, err = m.office.Document(id, paper.Document); err == nil {
			err = m.office.Show(paper.Name, data)
		}
	}, func() { m.fail(err) })
}

// Print shows the letter where it can be printed; before it is signed as a draft.
func (m *Approval) Print() {
	if !m.detail.Loaded {
		return
	}
	content := m.detail.letter.Content
	var err error
	m.Go(func() {
		var pdf []byte
		if pdf, err = m.office.DraftPDF(content); err == nil {
			err = m.office.Show("letter.pdf", pdf)
		}
	}, func() { m.fail(err) })
}

func (m *Approval) fail(err error) {
	if err != nil {
		m.Summary = m.Tell(err)
		m.changed()
	}
}
