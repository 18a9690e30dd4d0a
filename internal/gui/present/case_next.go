package present

import (
	"slices"

	"harta/internal/domain"
)

// acts are the actions of a case with their keys and signs, in the order in which „Още“ lists them.
var caseActs = []CaseAct{
	{Do: doHandover, Icon: IconFile},
	{Do: domain.DoPropose, Icon: IconStamp},
	{Do: domain.DoAdmit, Icon: IconStamp},
	{Do: domain.DoResolve, Icon: IconStamp, Key: "Z"},
	{Do: domain.DoAccept, Icon: IconDone},
	{Do: domain.DoReassign, Icon: IconPerson, Key: "Z"},
	{Do: domain.DoGiveBack, Icon: IconReturned},
	{Do: domain.DoDecide, Icon: IconStamp},
	{Do: domain.DoDraft, Icon: IconLetter, Key: "F8"},
	{Do: domain.DoExecute, Icon: IconDone},
	{Do: domain.DoClose, Icon: IconDone},
	{Do: doAsk, Icon: IconSent, Key: "I"},
	{Do: doSettle, Icon: IconPerson},
	{Do: domain.DoNote, Icon: IconEdited},
	{Do: doGive, Icon: IconPrinted, Key: "B"},
	{Do: domain.DoAttach, Icon: IconFile, Key: "D"},
	{Do: domain.DoFindSurplus, Icon: IconHidden},
	{Do: domain.DoSettleSurplus, Icon: IconGone},
	{Do: domain.DoExtend, Icon: IconExtended, Key: "Y"},
	{Do: domain.DoCorrect, Icon: IconEdited},
	{Do: doLink, Icon: IconLinked, Key: "L"},
	{Do: doTell, Icon: IconSent},
	{Do: doNewSame, Icon: IconPerson},
	{Do: doNewTied, Icon: IconLinked},
	{Do: domain.DoWithdraw, Icon: IconReturned},
	{Do: domain.DoReopen, Icon: IconReturned},
	{Do: domain.DoArchive, Icon: IconArchive},
	{Do: domain.DoAnnul, Icon: IconGone},
	{Do: domain.DoSeal, Icon: IconHidden},
}

// doHandover prints the protocol with which what was sealed is handed over.
const doHandover domain.Action = "handover"

// doAsk asks somebody for an opinion or for explanations: a note of its own kind.
const doAsk domain.Action = "ask"

// doSettle answers whoever holds that the case names him by mistake.
const doSettle domain.Action = "settle_mistake"

// Another case is begun from this one, tied to it: with its sender, or with none.
const (
	doNewSame domain.Action = "new_same"
	doNewTied domain.Action = "new_tied"
)

// letterActs are the steps of a letter: they are taken on its own screen.
var letterActs = []domain.Action{
	domain.DoSubmit, domain.DoEndorse, domain.DoReturn, domain.DoSign, domain.DoDispatch, domain.DoServe, domain.DoStrike,
}

// act gives the button of an action.
func (c *Case) act(do domain.Action) CaseAct {
	a := CaseAct{Do: do, Icon: IconLetter}
	if i := slices.IndexFunc(caseActs, func(x CaseAct) bool { return x.Do == do }); i >= 0 {
		a = caseActs[i]
	}
	a.Words = c.T("case.do." + string(do))
	return a
}

// next says what comes next. The main button is there when whoever works may press it.
func (c *Case) next(x domain.Case) CaseNext {
	step := c.state.step
	if step.Action == "" {
		return c.nothingMore(x)
	}
	n := CaseNext{Words: c.T("case.next." + string(step.Action))}
	if l, ok := x.Letter(step.Letter); ok && l.Content.Template == domain.TExtension { // it stands before the reply
		n.Words = c.T("case.next_letter", "next", n.Words, "letter", c.letterTitle(l.ID))
	}
	if step.Held != nil {
		n.Who = c.Say.Refusal(step.Held)
		return n
	}
	n.Who = joined(", ", c.whose(step), c.until(x))
	if !step.From.IsZero() {
		n.Who = joined(", ", c.whose(step), c.T("case.next_from", "from", step.From))
	}
	if step.Action == domain.DoAdmit {
		n.Who = sentences(n.Who, c.proposal(x))
	}
	if c.explained(x) {
		n.Who = joined(". ", n.Who, c.T("case.next_explained"))
	}
	if own := c.state.by.Own(x, step); own != "" && c.mayStep(step) {
		n.Main = c.act(own)
	}
	return n
}

// nothingMore says what remains of a case in which no step is to be taken.
func (c *Case) nothingMore(x domain.Case) CaseNext {
	switch {
	case x.State == domain.Erased && c.may(doHandover):
		return CaseNext{Words: c.T("case.next_handover"), Who: c.T("case.next_handover_how"), Main: c.act(doHandover)}
	case x.State == domain.Archived:
		return CaseNext{Words: c.T("case.next_archived"), Who: joined(". ", c.filed(x), c.listedToGo(x))}
	default:
		return CaseNext{}
	}
}

// filed tells in which file an archived case is, and until when it is kept.
func (c *Case) filed(x domain.Case) string {
	file := c.T("case.next_filing", "filing", c.Say.Filed(x.Filing.Filing, x.Filing.Volume))
	e := x.Entry()
	kept, ok := c.state.by.Office.Retention(e.Filing, e.EndedOn)
	switch {
	case !ok:
		return file
	case kept.File.Permanent:
		return joined(". ", file, c.T("case.kept_forever"))
	case kept.Over(c.Today()):
		return joined(". ", file, c.T("case.kept_over", "until", kept.Until, "years", kept.File.Years))
	default:
		return joined(". ", file, c.T("case.kept_until", "until", kept.Until, "years", kept.File.Years))
	}
}

// listedToGo tells on which list of what is to be destroyed a case is.
func (c *Case) listedToGo(x domain.Case) string {
	list, _, on := c.state.by.Office.ErasureOf(x.ID)
	if !on {
		return ""
	}
	return c.T("case.listed", "protocol", list.Act())
}

// proposal says what the desk proposed, or, where it may only propose, that nobody has and that this need not be waited for.
func (c *Case) proposal(x domain.Case) string {
	e := x.Entry()
	switch p := x.Proposed; {
	case p.Ground != "":
		return c.T("case.next_proposed", "name", c.user(x.ProposedBy), "ground", c.Say.Ground(p.Ground))
	case e.ForChiefs() && c.state.by.Own(x, c.state.step) == domain.DoAdmit && c.mayStep(c.state.step):
		return c.T("case.next_unproposed")
	default:
		return ""
	}
}

// whose names those whose turn it is, three at most.
func (c *Case) whose(step domain.Step) string {
	var names []string
	for _, id := range step.Who[:min(3, len(step.Who))] {
		names = append(names, c.user(id))
	}
	if len(names) == 0 {
		return c.T("case.next_nobody")
	}
	return listed(names...)
}

// explained tells whether everybody who was asked has answered, while it still matters.
func (*Case) explained(x domain.Case) bool {
	return x.State == domain.InWork && !x.Entry().Flags.Has(domain.FlagAsked) &&
		slices.ContainsFunc(x.Notes, func(n domain.Note) bool { return n.Note == domain.GaveExplaining })
}

// until says by when: the term of the house while somebody works by one, else the one people see until they are answered.
func (c *Case) until(x domain.Case) string {
	if d, ok := c.state.by.Office.Term(x, domain.InternalClock); ok {
		return c.T("case.next_internal", "due", d.Due)
	}
	if d, ok := x.Due(); ok && x.State.Open() && x.AnsweredOn.IsZero() {
		return c.T("case.next_due", "due", d.Due)
	}
	return ""
}

func (c *Case) mayStep(step domain.Step) bool {
	if c.ReadOnly {
		return false
	}
	if !slices.Contains(letterActs, step.Action) {
		return c.may(step.Action)
	}
	l, ok := c.state.Case.Letter(step.Letter)
	return ok && c.state.by.May(c.state.Case, l, step.Action) == nil
}

// more lists what else can be done. Closing is offered while something is missing too: its form says what.
func (c *Case) more(main domain.Action) []CaseAct {
	var all []CaseAct
	for _, a := range caseActs {
		offered := c.may(a.Do) || a.Do == domain.DoClose && c.mayAsk(domain.DoClose)
		if offered && a.Do != main {
			all = append(all, c.act(a.Do))
		}
	}
	return all
}

// mayAsk tells whether only the state of an open case stands between the user and an action.
func (c *Case) mayAsk(do domain.Action) bool {
	x := c.state.Case
	s := domain.Situation{Case: x, By: c.state.by.User}
	return !c.ReadOnly && x.State.Open() && !x.Flags.Has(domain.FlagNewer) && c.state.by.Office.Authority(s, do, c.state.by.Today()) == nil
}

// atOnce are the actions that ask for nothing.
func atOnce() map[domain.Action]func(*Case) {
	return map[domain.Action]func(*Case){
		domain.DoAccept: (*Case).accept,
		doTell:          (*Case).tellJoined,
		doGive:          (*Case).give,
		doHandover: func(c *Case) {
			c.reveal("handover.pdf", func() ([]byte, error) { return c.office.Handover(c.id) })
		},
	}
}

// Start begins an action: a form for those that ask for something, the letter's own screen for those of letters.
func (c *Case) Start(do domain.Action) {
	if c.busy || !c.view.Loaded {
		return
	}
	if now, ok := atOnce()[do]; ok {
		now(c)
		return
	}
	step := c.state.step
	switch {
	case do == doNewSame:
		c.Open(Route{Place: NewPlace, Case: c.id, Arg: FromSender})
	case do == doNewTied:
		c.Open(Route{Place: NewPlace, Case: c.id})
	case do == domain.DoDispatch:
		c.Open(Route{Place: DispatchPlace, Case: c.id, Letter: step.Letter})
	case slices.Contains(letterActs, do):
		c.OpenLetter(step.Letter)
	case do == domain.DoDraft:
		c.OpenLetter(domain.LetterID{})
	default:
		if build, ok := caseForms()[do]; ok {
			c.show(build(c))
		}
	}
}

// Press takes the action of a key; false says that the key has none here.
func (c *Case) Press(key string) bool {
	v := &c.view
	if !v.Loaded {
		return false
	}
	if key == "U" && v.MayWait {
		c.Wait()
		return true
	}
	if key == "O" {
		key = "F8"
	}
	if do := v.Next.Main.Do; key == "F8" && slices.Contains(letterActs, do) { // the answer is written: not a second one
		c.Start(do)
		return true
	}
	for _, a := range append([]CaseAct{v.Next.Main}, v.More...) {
		if a.Do != "" && a.Key == key {
			c.Start(a.Do)
			return true
		}
	}
	return false
}

// accept takes the case into work at once: there is nothing to be filled in.
func (c *Case) accept() {
	c.at(func(command commandOf) error {
		id, err := command()
		if err != nil {
			return err
		}
		return c.office.Accept(id, c.id)
	}, func() { c.Toast(Toast{Words: c.T("case.done.accept")}) })
}
