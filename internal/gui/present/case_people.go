package present

import (
	"harta/internal/domain"
)

// CasePeople are the cards of the people: who submitted, who works, who may not see it, and what is linked.
type CasePeople struct {
	Name    string
	Lines   []string // under the name
	Pairs   []CasePair
	Touched []string // whose rights it touches besides, who are told of the decision too
	Marks   []string // what has to be heeded with him
	Earlier []CaseLink
	Work    []CasePair
	Limits  string // why some may not see the case; empty = nobody is kept out
	Links   []CaseLink
	Count   int
}

// CasePair is a value with its label.
type CasePair struct{ Label, Value string }

// CaseLink leads to another case.
type CaseLink struct {
	Case  domain.CaseID
	Words string
	More  string
}

func (c *Case) people(x domain.Case) CasePeople {
	s := x.Intake.Sender
	p := CasePeople{
		Name: c.SenderName(x.Entry()), Pairs: c.contact(s), Earlier: c.earlier(), Work: c.work(x), Limits: c.limits(x), Links: c.links(x),
	}
	for _, who := range x.Intake.Affected {
		p.Touched = append(p.Touched, listed(who.Name, who.Settlement, who.Street, who.Email))
	}
	address := listed(joined(" ", s.Contact.Postcode, s.Contact.Settlement), s.Contact.Street)
	if s.Contact.Type != domain.NaturalPerson && s.Contact.Type != domain.Anonymous && s.Contact.Type != "" {
		p.Lines = append(p.Lines, capital(c.Say.SenderType(s.Contact.Type)))
	}
	for _, line := range []string{address, s.Contact.Represents} {
		if line != "" {
			p.Lines = append(p.Lines, line)
		}
	}
	if s.KeepIdentity {
		p.Marks = append(p.Marks, c.T("case.keep_identity"))
	}
	if s.Contact.Type == domain.Anonymous {
		p.Marks = append(p.Marks, c.T("case.sender_anonymous"))
	} else if !s.Contact.Reachable() && x.State != domain.Erased {
		p.Marks = append(p.Marks, c.T("case.unreachable"))
	}
	p.Count = 1 + len(x.Intake.Respondents) + len(x.Intake.Affected)
	return p
}

// contact tells how the sender is reached.
func (c *Case) contact(s domain.Sender) []CasePair {
	return filledPairs(
		CasePair{c.T("case.phone"), s.Contact.Phone},
		CasePair{c.T("case.email"), s.Contact.Email},
		CasePair{c.T("case.your_ref"), listed(s.Ref, s.RefDate.Local())},
		CasePair{c.T("case.referrer"), passedOn(s)},
	)
}

// passedOn says who passed a submission on, with which letter, and where he is told.
func passedOn(s domain.Sender) string {
	return listed(s.Referrer, s.PassedOnBy(), s.ReferrerAt.Settlement, s.ReferrerAt.Street, s.ReferrerAt.Email)
}

// work tells who works on the case.
func (c *Case) work(x domain.Case) []CasePair {
	e := x.Entry()
	var others []string
	for _, id := range x.Resolution.Others {
		others = append(others, c.user(id))
	}
	approved, signs := "", ""
	if l, ok := x.Reply(); ok {
		approved, signs = c.doer(l.EndorsedBy, endorsed(l.ID)), ShortName(l.Content.Signer.Name)
		if l.SignedBy != (domain.UserID{}) {
			signs = c.doer(l.SignedBy, signed(l.ID))
		}
	}
	return filledPairs(
		CasePair{c.T("case.unit"), c.unit(e.Department)},
		CasePair{c.T("case.resolved_by"), c.resolver(x)},
		CasePair{c.T("case.lead_name"), c.user(e.Lead)},
		CasePair{c.T("case.others"), listed(others...)},
		CasePair{c.T("case.endorses"), approved},
		CasePair{c.T("case.signs"), signs},
		CasePair{c.T("case.registered_by"), c.user(x.RegisteredBy)},
		CasePair{c.T("case.old_officer"), x.Old.Officer},
	)
}

func filledPairs(all ...CasePair) []CasePair {
	var kept []CasePair
	for _, p := range all {
		if p.Value != "" {
			kept = append(kept, p)
		}
	}
	return kept
}

// limits tells who is kept from the case.
func (c *Case) limits(x domain.Case) string {
	var all []string
	if who := c.respondents(x.Intake); who != "" && x.Intake.Kind != domain.Praise {
		all = append(all, c.T("case.limit_respondent", "who", who))
	}
	for _, id := range x.Recused {
		all = append(all, c.T("case.limit_recused", "who", c.user(id)))
	}
	return joined(" ", all...)
}

// earlier are the other cases of the sender, the latest first.
func (c *Case) earlier() []CaseLink {
	var all []CaseLink
	for _, e := range c.state.earlier {
		end := c.Say.Outcome(e.Outcome)
		if end == "" {
			end = c.Say.State(e.State)
		}
		all = append(all, CaseLink{Case: e.Case, Words: listed(c.ShortNumber(e.Number), c.Say.Subject(e)), More: end})
	}
	return all
}

// links are the cases that this one names, as far as whoever reads may see them.
func (c *Case) links(x domain.Case) []CaseLink {
	how := map[domain.CaseID]domain.LinkKind{}
	for _, l := range x.Intake.Links {
		how[l.Case] = l.How
	}
	var all []CaseLink
	for _, id := range linked(x) {
		e, ok := c.state.nearby[id]
		if !ok {
			all = append(all, CaseLink{Words: c.T("case.link_hidden")})
			continue
		}
		kind := how[id]
		if kind == "" {
			kind = domain.RelatedTo
		}
		more := listed(capital(c.Say.Link(kind))+" "+c.ShortNumber(e.Number), c.Say.State(e.State))
		all = append(all, CaseLink{Case: id, Words: c.Say.Subject(e), More: more})
	}
	return append(all, c.namedBy(linked(x))...)
}
