package present

import (
	"cmp"
	"errors"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/office"
)

// ImportOffice takes over an older register.
type ImportOffice interface {
	ReadRegister(path string) (rows []domain.ImportRow, problems []error, err error)
	Import(c office.Command, r office.Register) (office.ImportResult, error)
}

// ImportStep is where one is with an older register.
type ImportStep int

// Steps of an import.
const (
	ImportChoose ImportStep = iota // a file is to be chosen
	ImportTried                    // it was read and tried: nothing is written yet
	ImportDone                     // it is in the register
)

// ImportLine is a row of the file as it would stand in the register.
type ImportLine struct {
	Line, Number, Received, Kind, Sender, Subject, Unit, State string
}

// ImportMistake is what is to be corrected in the file.
type ImportMistake struct {
	Line  string // empty = it is about the whole file
	Words string
	order int
}

// Import is the presenter of the take-over of an older register: it is read and tried first, and written only when
// nothing is wrong and somebody has said so.
type Import struct {
	Env
	watched
	office ImportOffice

	step     ImportStep
	path     string
	rows     []domain.ImportRow
	lines    []ImportLine
	mistakes []ImportMistake
	result   office.ImportResult
	wrong    string
	meter    *Meter
	stop     atomic.Bool
	gen      int
}

// NewImport makes the presenter.
func NewImport(env Env, o ImportOffice) *Import {
	m := &Import{Env: env, office: o}
	m.meter = NewMeter(env, m.changed)
	return m
}

// ImportKinds are the files that can be read.
var ImportKinds = []string{".xlsx", ".csv", ".txt"}

// Step is where one is.
func (m *Import) Step() ImportStep { return m.step }

// File is the name of the file.
func (m *Import) File() string { return filepath.Base(m.path) }

// Lines gives the rows that would come in, or have.
func (m *Import) Lines() []ImportLine { return m.lines }

// Mistakes gives what is to be corrected, by row.
func (m *Import) Mistakes() []ImportMistake { return m.mistakes }

// Wrong says why the file cannot be read, or is not written.
func (m *Import) Wrong() string { return m.wrong }

// Meter tells how far the work has come.
func (m *Import) Meter() *Meter { return m.meter }

// Busy tells whether a file is being read or written.
func (m *Import) Busy() bool { return m.meter.Busy() }

// Allowed tells whether the register can be taken over; otherwise why not.
func (m *Import) Allowed() (why string, ok bool) {
	switch {
	case m.Busy(), m.step != ImportTried:
		return "", false
	case len(m.mistakes) > 0:
		return m.T("import.blocked", "n", len(m.mistakes)), false
	default:
		return "", len(m.rows) > 0
	}
}

// tried is what became of a file.
type tried struct {
	rows     []domain.ImportRow
	lines    []ImportLine
	mistakes []ImportMistake
	result   office.ImportResult
	err      error
}

// Read reads a file and tries it. Nothing is written.
func (m *Import) Read(path string) {
	if m.Busy() || strings.TrimSpace(path) == "" {
		return
	}
	m.gen++
	gen := m.gen
	m.begin(path)
	m.meter.Begin(m.T("import.reading", "file", m.File()))
	m.changed()
	var t tried
	m.Go(func() { t = m.try(path) }, func() {
		if gen != m.gen {
			return
		}
		m.meter.End()
		switch {
		case m.stop.Load():
			m.step = ImportChoose
		case t.err != nil:
			m.wrong = m.Tell(t.err)
		default:
			m.step, m.rows, m.lines, m.mistakes, m.result = ImportTried, t.rows, t.lines, t.mistakes, t.result
		}
		m.changed()
	})
}

// begin forgets the file before.
func (m *Import) begin(path string) {
	m.step, m.path, m.wrong = ImportChoose, path, ""
	m.rows, m.lines, m.mistakes, m.result = nil, nil, nil, office.ImportResult{}
	m.stop.Store(false)
}

// try reads a file and has the office decide every row of it. It runs off the screen's goroutine.
func (m *Import) try(path string) (t tried) {
	var wrong []error
	if t.rows, wrong, t.err = m.office.ReadRegister(path); t.err != nil {
		return t
	}
	if len(t.rows) > 0 && !m.stop.Load() {
		t.result, t.err = m.office.Import(office.Command{}, office.Register{
			Rows: t.rows, Source: filepath.Base(path), Dry: true, Progress: m.meter.Count, Stopped: m.stop.Load,
		})
		wrong = append(wrong, t.result.Problems...)
	}
	for _, r := range t.rows {
		t.lines = append(t.lines, m.line(r))
	}
	for _, err := range wrong {
		t.mistakes = append(t.mistakes, m.mistake(err))
	}
	slices.SortStableFunc(t.mistakes, func(a, b ImportMistake) int { return cmp.Compare(a.order, b.order) })
	return t
}

// mistake puts what is wrong into a sentence beside its row.
func (m *Import) mistake(err error) ImportMistake {
	x := ImportMistake{Words: m.Tell(err)}
	no, ok := errors.AsType[*domain.Refusal](err)
	if !ok {
		return x
	}
	for _, a := range no.Args {
		n, isInt := a.Value.(int)
		sheet, isText := a.Value.(string)
		switch {
		case a.Name == "line" && isInt:
			x.order, x.Line = n, strconv.Itoa(n)+x.Line
		case a.Name == "sheet" && isText:
			x.Line += " · " + sheet
		}
	}
	return x
}

func (m *Import) line(r domain.ImportRow) ImportLine {
	sender := r.Intake.Sender.Contact.Name
	if sender == "" {
		sender = m.T("list.anonymous")
	}
	return ImportLine{
		Line: strconv.Itoa(r.Line), Number: r.Number, Received: m.Say.Date(calendar.DateOf(r.Intake.ReceivedAt)),
		Kind: m.Say.Kind(r.Intake.Kind), Sender: sender, Subject: r.Intake.Subject, Unit: r.Department, State: m.Say.State(r.State),
	}
}

// Write takes the register over, all of it or nothing.
func (m *Import) Write() {
	if _, ok := m.Allowed(); !ok {
		return
	}
	m.gen++
	gen := m.gen
	m.wrong = ""
	m.stop.Store(false)
	m.meter.Begin(m.T("import.writing", "n", len(m.rows)))
	m.changed()
	var got office.ImportResult
	var err error
	r := office.Register{Rows: m.rows, Source: m.File(), Progress: m.meter.Count, Stopped: m.stop.Load}
	m.Go(func() { got, err = m.office.Import(office.Command{}, r) }, func() {
		if gen != m.gen {
			return
		}
		m.meter.End()
		m.wrote(got, err)
		m.changed()
	})
}

func (m *Import) wrote(got office.ImportResult, err error) {
	switch {
	case errors.Is(err, office.ErrGivenUp):
		m.wrong = m.T("import.given_up")
	case err != nil:
		m.wrong = m.Tell(err)
	case len(got.Problems) > 0: // somebody has changed the register meanwhile
		m.mistakes = nil
		for _, p := range got.Problems {
			m.mistakes = append(m.mistakes, m.mistake(p))
		}
	default:
		m.step, m.result = ImportDone, got
	}
}

// Stop gives up what is being done; nothing is written then.
func (m *Import) Stop() { m.stop.Store(true) }

// Leave is told that the screen goes away. What is being written is finished: it comes whole or not at all.
func (m *Import) Leave() { m.Changed = nil }

// Title says what the file brings, or has brought.
func (m *Import) Title() string {
	if m.step == ImportDone {
		return m.T("import.done", "n", m.result.Cases)
	}
	if len(m.mistakes) > 0 {
		return m.T("import.tried_wrong", "n", len(m.mistakes))
	}
	return m.T("import.tried", "n", len(m.rows))
}

// Details says what comes with the cases: contacts, departments, topics.
func (m *Import) Details() []string {
	r := m.result
	var all []string
	if r.Persons > 0 {
		all = append(all, m.T("import.persons", "n", r.Persons))
	}
	comma := m.T("common.comma")
	if len(r.Departments) > 0 {
		all = append(all, m.T("import.departments", "n", len(r.Departments), "names", strings.Join(r.Departments, comma)))
	}
	if len(r.Topics) > 0 {
		all = append(all, m.T("import.topics", "n", len(r.Topics), "names", strings.Join(r.Topics, comma)))
	}
	return all
}

// Show opens the register with what has come.
func (m *Import) Show() { m.Open(Route{Place: RegisterPlace, Arg: ViewAll}) }
