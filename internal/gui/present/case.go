package present

import (
	"image"
	"slices"

	"harta/internal/domain"
	"harta/internal/office"
)

// CaseOffice is what Преписка asks of the office.
type CaseOffice interface {
	Acting() domain.Acting
	Case(id domain.CaseID, how office.Looked) (office.File, error)
	List(want func(domain.Entry) bool) []domain.Entry
	Find(typed string) []domain.Entry
	Invitations() ([]office.Invitation, error)
	Standing(id domain.CaseID) (office.Standing, error)
	NewCommand() (office.Command, error)

	CaseWork
	CasePaper
	Drafts
}

// CaseWork is what can be done to a case.
type CaseWork interface {
	Admit(c office.Command, id domain.CaseID, e domain.AdmissibilityDecided) (domain.AdmissibilityDecided, error)
	Split(c office.Command, id domain.CaseID, part domain.Part, e domain.AdmissibilityDecided) (domain.CaseRegistered, error)
	TellJoined(c office.Command, id domain.CaseID, letter domain.LetterID, address func(domain.Contact) string) (int, error)
	Propose(c office.Command, id domain.CaseID, e domain.AdmissibilityProposed) error
	Assign(c office.Command, id domain.CaseID, e domain.Assignment) error
	Accept(c office.Command, id domain.CaseID) error
	GiveBack(c office.Command, id domain.CaseID, reason string) error
	Reassign(c office.Command, id domain.CaseID, e domain.CaseReassigned) error
	Note(c office.Command, id domain.CaseID, e domain.CaseNoted) error
	GiveSlip(c office.Command, id domain.CaseID) (domain.CaseNoted, error)
	ClaimMistake(c office.Command, id domain.CaseID, text string) error
	SettleMistake(c office.Command, id domain.CaseID, e domain.CaseNoted) error
	Attach(c office.Command, id domain.CaseID, e domain.DocumentAdded, content []byte) (domain.DocumentAdded, error)
	FindSurplus(c office.Command, id domain.CaseID, e domain.SurplusFound) (domain.SurplusFound, error)
	SettleSurplus(c office.Command, id domain.CaseID, e domain.SurplusSettled) error
	Extend(c office.Command, id domain.CaseID, e domain.ExtensionDecided) (domain.ExtensionDecided, error)
	Decide(c office.Command, id domain.CaseID, e domain.CaseDecided) error
	Execute(c office.Command, id domain.CaseID, e domain.CaseExecuted) error
	Withdraw(c office.Command, id domain.CaseID, e domain.CaseWithdrawn) error
	CloseCase(c office.Command, id domain.CaseID, e domain.CaseClosed) error
	Reopen(c office.Command, id domain.CaseID, e domain.CaseReopened) error
	Archive(c office.Command, id domain.CaseID, e domain.CaseArchived) error
	Annul(c office.Command, id domain.CaseID, reason string) error
	Seal(c office.Command, id domain.CaseID, e domain.CaseTakenOut) error
	Correct(c office.Command, id domain.CaseID, in domain.Intake, reason string) (domain.CaseCorrected, error)
	Draft(c office.Command, id domain.CaseID, letter domain.LetterID, content domain.Letter) (domain.LetterID, error)
	Serve(c office.Command, id domain.CaseID, e domain.LetterServed) error
}

// CasePaper is what is printed of a case, and what lies in it.
type CasePaper interface {
	Document(id domain.CaseID, document domain.DocumentID) ([]byte, error)
	CopyDocument(id domain.CaseID, document domain.DocumentID) ([]byte, error)
	CopyPDF(id domain.CaseID, letter domain.LetterID) ([]byte, error)
	SaveCopy(path string, content []byte) error
	PDF(id domain.CaseID, letter domain.LetterID) ([]byte, error)
	Receipt(id domain.CaseID) ([]byte, error)
	Handover(id domain.CaseID) ([]byte, error)
	ExplainCase(id domain.CaseID) ([]byte, error)
	Compose(c domain.Case, t domain.Template, typed map[string]string) domain.Letter
	DraftPDF(l domain.Letter) ([]byte, error)
	Pages(pdf []byte) (int, error)
	Page(pdf []byte, page, width int) (image.Image, error)
	Borrows(pdf []byte, pages int) (bool, error)
	Picture(data []byte, width int) (image.Image, error)
	Show(name string, content []byte) error
	ReadFile(path string, most int64) ([]byte, error)
}

// Case is the presenter of a case: what it is, what comes next, its course, its term and its people; and the form of
// the action that somebody is taking.
type Case struct {
	Env
	watched

	office CaseOffice
	id     domain.CaseID
	first  string // the action that the route asked for, until it was begun
	gen    int

	opened  bool // it was shown before: the next look is not noted again
	state   caseState
	view    CaseView
	form    *Form
	extend  *Extension // of the form to extend
	paper   *Paper     // looked at beside the case
	refused CaseRefused
	note    *Keeper
	typed   string // into the line for a note
	noteBad string // what is wrong with it
	busy    bool
}

// caseState is what was read of a case, and who reads it.
type caseState struct {
	office.File
	by      domain.Acting
	step    domain.Step
	may     []domain.Action
	nearby  map[domain.CaseID]domain.Entry
	naming  []domain.Entry // those that name this case
	earlier []domain.Entry
}

// NewCase makes the presenter for the case of a route.
func NewCase(env Env, o CaseOffice, to Route) *Case {
	c := &Case{Env: env, office: o, id: to.Case, first: to.Arg}
	c.note = NewKeeper(env, o, "line-"+idKey(to.Case), func() any { return c.typed })
	c.note.Load(&c.typed)
	return c
}

// View gives what is shown; Loaded is false before anything was read.
func (c *Case) View() *CaseView { return &c.view }

// Form gives the form of the action that is being taken, nil while none is.
func (c *Case) Form() *Form { return c.form }

// Extension gives what the form to extend shows beside its fields, nil for other forms.
func (c *Case) Extension() *Extension { return c.extend }

// Load reads the case anew.
func (c *Case) Load() {
	c.gen++
	gen := c.gen
	how := office.Opened
	if c.opened || c.refused.Words != "" { // that the office changes is not another try
		how = office.Again
	}
	var s caseState
	var no CaseRefused
	var err error
	c.Go(func() {
		if s, err = c.read(how); err != nil {
			no = c.why(err)
		}
	}, func() {
		switch {
		case gen != c.gen: // overtaken by a later Load
		case err != nil:
			c.refuse(no)
		case how == office.Again && !c.opened: // it may be seen after all, and is seen for the first time
			c.refused = CaseRefused{}
			c.Load()
		default:
			c.opened, c.state, c.refused = true, s, CaseRefused{}
			c.view = c.draw()
			c.begin()
			c.changed()
		}
	})
}

// read is run off the screen's goroutine.
func (c *Case) read(how office.Looked) (caseState, error) {
	file, err := c.office.Case(c.id, how)
	if err != nil {
		return caseState{}, err
	}
	s := caseState{File: file, by: c.office.Acting(), nearby: map[domain.CaseID]domain.Entry{}}
	if !c.ReadOnly { // nothing can be recorded: nothing is offered
		s.may = s.by.Possible(file.Case, domain.LetterFile{})
	}
	near := everLinked(file)
	person := file.Case.Intake.Sender.Person
	for _, e := range c.office.List(func(e domain.Entry) bool {
		return slices.Contains(near, e.Case) || e.Names(c.id) || person != (domain.PersonID{}) && e.Person == person
	}) {
		s.nearby[e.Case] = e
		if e.Names(c.id) {
			s.naming = append(s.naming, e)
		}
		if e.Person == person && person != (domain.PersonID{}) && e.Case != c.id {
			s.earlier = append(s.earlier, e)
		}
	}
	slices.Reverse(s.earlier)
	s.by.Known = func(id domain.CaseID) (domain.Entry, bool) { e, ok := s.nearby[id]; return e, ok }
	naming := s.naming
	s.by.Joined = func(domain.CaseID) []domain.Entry { return naming }
	s.step = s.by.NextStep(file.Case)
	return s, nil
}

// linked gives the cases that this one names.
func linked(x domain.Case) []domain.CaseID {
	var all []domain.CaseID
	for _, l := range x.Intake.Links {
		all = append(all, l.Case)
	}
	if x.Admitted.Into != (domain.CaseID{}) && !slices.Contains(all, x.Admitted.Into) {
		all = append(all, x.Admitted.Into)
	}
	return all
}

// begin takes the action that the route asked for, once.
func (c *Case) begin() {
	do := domain.Action(c.first)
	c.first = ""
	if do != "" && c.view.offers(do) {
		c.Start(do)
	}
}

// Leave keeps what is typed: the screen goes away.
func (c *Case) Leave() {
	c.note.Flush()
	if c.form != nil && c.form.keeper != nil {
		c.form.keeper.Flush()
	}
}

// OpenCase goes to another case.
func (c *Case) OpenCase(id domain.CaseID) { c.Open(Route{Place: CasePlace, Case: id}) }

// OpenLetter goes to a letter of the case; the zero one is a new letter.
func (c *Case) OpenLetter(id domain.LetterID) {
	c.Open(Route{Place: LetterPlace, Case: c.id, Letter: id})
}

// user gives a user as lists show him.
func (c *Case) user(id domain.UserID) string {
	u, _ := c.state.by.Office.User(id)
	return ShortName(u.Name)
}

func (c *Case) unit(id domain.DepartmentID) string {
	d, _ := c.state.by.Office.Department(id)
	return d.Name
}
