package present

import (
	"slices"
	"strings"

	"harta/internal/domain"
	"harta/internal/office"
)

// SaveWay says what follows when a case was registered.
type SaveWay int

// Ways to save.
const (
	SaveAndOpen  SaveWay = iota // the case is opened
	SaveAndNew                  // the next page, with the same kind and channel
	SaveAndPrint                // the receipt is printed and the case opened
)

// IntakeLeft is what stayed behind of a case that was registered: files that could not be attached.
type IntakeLeft struct {
	Case   domain.CaseID
	Number string
	Files  []IntakeFile
	way    SaveWay
}

// Left tells that a case was registered without some of its files; nil while there is no such case.
func (n *Intake) Left() *IntakeLeft { return n.left }

// Save registers what was typed. Whatever the rules refuse stands under its field; a second press while the first is
// under way does nothing, and after a fault the same wish is not carried out twice.
func (n *Intake) Save(way SaveWay) {
	if n.Busy || n.left != nil || n.Blocked != "" {
		return
	}
	for _, x := range n.Fields {
		x.Wrong = ""
	}
	n.Summary = ""
	in := n.intake()
	if n.refused(in) {
		n.changed()
		return
	}
	w := wish{in: in, way: way, command: n.command}
	if w.own = n.now().NamesUser(in); w.own {
		w.goesOn = n.T("intake.own", "who", n.completers(in))
	}
	if x := n.Field(intakeFiles); !x.Hidden {
		w.files = slices.Clone(x.Picked)
	}
	n.Busy = true
	n.changed()
	var r recorded
	n.Go(func() { r = n.record(w) }, func() { n.recorded(r, w) })
}

type wish struct {
	in      domain.Intake
	way     SaveWay
	files   []string
	command office.Command
	own     bool   // it is directed against whoever registers it
	goesOn  string // what is said of that
}

// handsOver tells whether a slip was printed for somebody who stands at the desk. Whoever registered a submission against
// himself finds it no more, and of a sealed report there is nothing to tell.
func (w wish) handsOver() bool {
	here := w.in.Channel == domain.AtDesk || w.in.Channel == domain.ReceptionDay
	return w.way == SaveAndPrint && here && !w.own && w.in.Kind != domain.Whistleblower
}

type recorded struct {
	command office.Command
	event   domain.CaseRegistered
	failed  []IntakeFile
	err     error // nothing was registered
	noPrint error // it was, but the receipt was not printed
}

// record registers, attaches and prints, off the screen's goroutine. Once the case is registered nothing undoes it.
func (n *Intake) record(w wish) (r recorded) {
	r.command = w.command
	if w.command == (office.Command{}) {
		if r.command, r.err = n.office.NewCommand(); r.err != nil {
			return r
		}
	}
	var papers []office.Paper
	if w.own { // when it is registered, there is no such case for him
		if papers, r.err = n.papers(w.files); r.err != nil {
			return r
		}
		w.files = nil
	}
	if r.event, r.err = n.office.Register(r.command, w.in, papers...); r.err != nil {
		return r
	}
	r.failed = n.attach(r.event.Case, w.files)
	if w.way == SaveAndPrint {
		r.noPrint = n.print(r.event)
	}
	return r
}

func (n *Intake) print(e domain.CaseRegistered) error {
	sheet, err := n.office.Slip(e)
	if err != nil {
		return err
	}
	return n.office.Show(n.T("intake.receipt_file", "number", e.Number.Short())+".pdf", sheet)
}

// give records that the sender was given the slip; the page may have gone meanwhile.
func (n *Intake) give(id domain.CaseID) {
	var err error
	n.Go(func() {
		var command office.Command
		if command, err = n.office.NewCommand(); err == nil {
			_, err = n.office.GiveSlip(command, id)
		}
	}, func() {
		if err != nil {
			n.Toast(Toast{Words: n.Tell(err), Warn: true})
			return
		}
		n.Toast(Toast{Words: n.T("case.done.give_slip")})
	})
}

// recorded hears how it went.
func (n *Intake) recorded(r recorded, w wish) {
	n.Busy, n.command = false, r.command
	if r.err != nil {
		n.Refuse(r.err)
		return
	}
	number := n.ShortNumber(r.event.Number)
	words := n.T("intake.saved", "number", number)
	if r.noPrint != nil {
		words = n.T("intake.saved_not_printed", "number", number, "why", n.Tell(r.noPrint))
	}
	if w.own {
		words += " " + w.goesOn
	}
	n.keeper.Drop()
	n.typing = false
	toast := Toast{Words: words, Warn: r.noPrint != nil}
	if w.handsOver() && r.noPrint == nil {
		toast.Do, toast.Key, toast.Act = n.T("case.slip_given"), GiveKey, func() { n.give(r.event.Case) }
	}
	n.Toast(toast)
	switch {
	case len(r.failed) > 0:
		n.left = &IntakeLeft{Case: r.event.Case, Number: number, Files: r.failed, way: w.way}
		n.changed()
	case w.own && !n.away:
		n.again(w.way == SaveAndNew)
		n.Note = words
		n.changed()
	default:
		n.goOn(r.event.Case, w.way)
	}
}

// completers names who completes a submission against whoever registers it.
func (n *Intake) completers(in domain.Intake) string {
	var names []string
	for _, u := range n.now().CompletedBy(in) {
		names = append(names, ShortName(u.Name))
	}
	if len(names) == 0 {
		return n.T("intake.own_nobody")
	}
	return strings.Join(names, n.T("common.comma"))
}

// Refuse puts a refusal under its field. A late registration opens the field for its reason, which is there only then.
func (n *Intake) Refuse(err error) {
	if isLate(err) {
		n.Field(IntakeLate).Hidden = false
	}
	n.Form.Refuse(err)
}

// goOn leaves the page, or begins the next one.
func (n *Intake) goOn(id domain.CaseID, way SaveWay) {
	switch {
	case n.away:
	case way == SaveAndNew:
		n.again(true)
	default:
		n.Open(Route{Place: CasePlace, Case: id})
	}
}

// TryAgain attaches what stayed behind.
func (n *Intake) TryAgain() {
	if n.left == nil || n.Busy {
		return
	}
	left := *n.left
	paths := make([]string, len(left.Files))
	for i, f := range left.Files {
		paths[i] = f.Path
	}
	n.Busy = true
	n.changed()
	var failed []IntakeFile
	n.Go(func() { failed = n.attach(left.Case, paths) }, func() {
		n.Busy = false
		if n.left.Files = failed; len(failed) > 0 {
			n.changed()
			return
		}
		n.Toast(Toast{Words: n.T("intake.attached", "number", left.Number)})
		n.goOn(left.Case, left.way)
	})
}

// GiveUpFiles goes on without what stayed behind.
func (n *Intake) GiveUpFiles() {
	if n.left != nil && !n.Busy {
		n.goOn(n.left.Case, n.left.way)
	}
}
