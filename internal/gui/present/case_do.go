package present

import (
	"strings"

	"harta/internal/domain"
	"harta/internal/office"
)

// commandOf gives the name of a wish. It is the same one however often it is asked, so that a double click does a
// thing once.
type commandOf func() (office.Command, error)

// wish makes the name of a wish, when it is first asked for.
func (c *Case) wish() commandOf {
	var id office.Command
	return func() (office.Command, error) {
		if id != (office.Command{}) {
			return id, nil
		}
		var err error
		id, err = c.office.NewCommand()
		return id, err
	}
}

// wishes makes a name for each of several things.
func (c *Case) wishes() commandOf { return c.office.NewCommand }

// at does something at once, without a form. What goes wrong is told in passing.
func (c *Case) at(do func(commandOf) error, done func()) {
	if c.busy {
		return
	}
	c.busy = true
	var err error
	c.Go(func() { err = do(c.wishes()) }, func() {
		c.busy = false
		if err != nil {
			c.Toast(Toast{Words: c.Tell(err), Warn: true})
		} else {
			done()
		}
		c.Load()
	})
}

// caseForms build the form of each action that asks for something.
func caseForms() map[domain.Action]func(*Case) *Form {
	return map[domain.Action]func(*Case) *Form{
		domain.DoPropose:       (*Case).proposeForm,
		domain.DoAdmit:         (*Case).admitForm,
		domain.DoResolve:       (*Case).resolveForm,
		domain.DoReassign:      (*Case).reassignForm,
		domain.DoGiveBack:      (*Case).giveBackForm,
		domain.DoNote:          (*Case).noteForm,
		doAsk:                  (*Case).askForm,
		doSettle:               (*Case).settleForm,
		doLink:                 (*Case).linkForm,
		domain.DoAttach:        (*Case).attachForm,
		domain.DoDecide:        (*Case).decideForm,
		domain.DoFindSurplus:   (*Case).findSurplusForm,
		domain.DoSettleSurplus: (*Case).settleSurplusForm,
		domain.DoExtend:        (*Case).extendForm,
		domain.DoExecute:       (*Case).executeForm,
		domain.DoWithdraw:      (*Case).withdrawForm,
		domain.DoClose:         (*Case).closeForm,
		domain.DoReopen:        (*Case).reopenForm,
		domain.DoArchive:       (*Case).archiveForm,
		domain.DoAnnul:         (*Case).annulForm,
		domain.DoSeal:          (*Case).sealForm,
		domain.DoCorrect:       (*Case).correctForm,
	}
}

// fill makes the form of an action: its words are found by the name of the action, and run is given the name of the
// wish.
func (c *Case) fill(do domain.Action, run func(office.Command) error, fields ...*Field) *Form {
	f := &Form{
		Env: c.Env, Title: c.T("case.do." + string(do)), Do: c.T("case.save." + string(do)), Fields: fields,
	}
	command := c.wish()
	f.Run = func() error {
		id, err := command()
		if err != nil {
			return err
		}
		return run(id)
	}
	f.Done = func() { c.Toast(Toast{Words: c.T("case.done." + string(do))}) }
	f.KeepAs(c.office, strings.ReplaceAll(string(do), "_", "-")+"-"+idKey(c.id))
	return f
}

// show opens a form beside the case.
func (c *Case) show(f *Form) {
	if c.form != nil {
		c.form.Cancel()
	}
	closed := f.Closed
	f.Closed = func(done bool) {
		if c.form == f {
			c.form, c.extend = nil, nil
		}
		if closed != nil {
			closed(done)
		}
		c.changed()
		if done {
			c.Load()
		}
	}
	c.form, c.paper = f, nil
	if f.Edited != nil {
		f.Edited(&Field{})
	}
	c.changed()
}

// CloseForm gives the open form up; false says that there is none.
func (c *Case) CloseForm() bool {
	if c.form == nil {
		return false
	}
	c.form.Cancel()
	return true
}

// Typed gives what stands in the line for a note, and what is wrong with it.
func (c *Case) Typed() (text, wrong string) { return c.typed, c.noteBad }

// Type keeps what is typed into the line for a note; it gives what is kept.
func (c *Case) Type(text string) string {
	f := Field{Kind: LineField, Most: 2000}
	kept, whole := f.Cut(text)
	c.typed, c.noteBad = kept, ""
	switch {
	case !whole:
		c.noteBad = c.T("form.cut")
	case Unseen(text):
		c.noteBad = c.T("form.unseen")
	}
	c.note.Touch()
	return kept
}

// AddNote adds the note that was typed.
func (c *Case) AddNote() {
	text := strings.TrimSpace(c.typed)
	if text == "" || c.busy {
		return
	}
	c.busy = true
	var err error
	command := c.wish()
	c.Go(func() {
		var id office.Command
		if id, err = command(); err == nil {
			err = c.office.Note(id, c.id, domain.CaseNoted{Note: domain.PlainNote, Text: text})
		}
	}, func() {
		c.busy = false
		if err != nil {
			c.noteBad = c.Tell(err)
			c.changed()
			return
		}
		c.typed = ""
		c.note.Drop()
		c.note.Resume()
		c.Load()
	})
}

// Wait sets the mark „чака гражданина“, or asks what he brought when he came. The mark stops no term.
func (c *Case) Wait() {
	kind := domain.AskedCitizen
	if c.view.Waits {
		kind = domain.CitizenCame
	}
	f := c.noteForm()
	f.Field("note").Text, f.First = string(kind), "text"
	c.show(f)
}

// takeBack offers to undo what was done, when whoever did it may do the opposite too.
func (c *Case) takeBack(words string, undo domain.Action, do func(commandOf) error) {
	var may bool
	c.Go(func() {
		file, err := c.office.Case(c.id, office.Again)
		may = err == nil && c.office.Acting().May(file.Case, domain.LetterFile{}, undo) == nil
	}, func() {
		t := Toast{Words: words}
		if may {
			t.Undo = func() { c.at(do, func() { c.Toast(Toast{Words: c.T("case.undone")}) }) }
		}
		c.Toast(t)
	})
}
