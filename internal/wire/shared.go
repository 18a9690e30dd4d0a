package wire

import (
	"harta/internal/calendar"
	"harta/internal/domain"
)

// The structs that several events have in common. The keys are frozen.

func number(c *coder, n *domain.Number) {
	at(c, 1, &n.Direction, word)
	at(c, 2, &n.Series, text)
	at(c, 3, &n.Serial, integer)
	at(c, 4, &n.Date, day)
	at(c, 5, &n.Text, text)
}

func contact(c *coder, v *domain.Contact) {
	at(c, 1, &v.Type, word)
	at(c, 2, &v.Name, text)
	at(c, 3, &v.Represents, text)
	at(c, 4, &v.Settlement, text)
	at(c, 5, &v.Street, text)
	at(c, 6, &v.Postcode, text)
	at(c, 7, &v.Email, text)
	at(c, 8, &v.Phone, text)
	at(c, 9, &v.Address, word)
}

func sender(c *coder, s *domain.Sender) {
	at(c, 1, &s.Person, id)
	sub(c, 2, &s.Contact, contact)
	at(c, 3, &s.KeepIdentity, truth)
	at(c, 4, &s.Ref, text)
	at(c, 5, &s.RefDate, day)
	at(c, 6, &s.Referrer, text)
	sub(c, 7, &s.ReferrerAt, contact)
	at(c, 8, &s.ReferrerRef, text)
	at(c, 9, &s.ReferrerOn, day)
}

func respondent(c *coder, r *domain.Respondent) {
	at(c, 1, &r.User, id)
	at(c, 2, &r.Department, id)
	at(c, 3, &r.Name, text)
}

func danger(c *coder, d *domain.Danger) {
	at(c, 1, &d.Category, text)
	at(c, 2, &d.Reason, text)
	at(c, 3, &d.Told, text)
	at(c, 4, &d.Place, text)
	at(c, 5, &d.ToldAt, instant)
}

func check(c *coder, k *domain.Check) {
	each(c, 1, &k.Missing, word)
	at(c, 2, &k.Illegible, truth)
	at(c, 3, &k.NoDanger, text)
	at(c, 4, &k.Continuing, truth)
	at(c, 5, &k.NewFacts, truth)
	at(c, 6, &k.Execution, truth)
	at(c, 7, &k.Contested, truth)
	at(c, 8, &k.Answerable, text)
	at(c, 9, &k.Data, text)
	at(c, 10, &k.Whose, word)
	at(c, 11, &k.Competence, text)
	at(c, 12, &k.Already, truth)
	at(c, 13, &k.Translation, text)
	at(c, 14, &k.Registry, text)
	at(c, 15, &k.HandedTo, text)
	at(c, 16, &k.HandedOn, day)
}

func link(c *coder, l *domain.Link) {
	at(c, 1, &l.Case, id)
	at(c, 2, &l.How, word)
}

func intake(c *coder, in *domain.Intake) {
	at(c, 1, &in.Kind, word)
	at(c, 2, &in.Channel, word)
	at(c, 3, &in.Subject, text)
	at(c, 4, &in.Text, text)
	at(c, 5, &in.Demand, text)
	sub(c, 6, &in.Sender, sender)
	subs(c, 7, &in.Respondents, respondent)
	at(c, 8, &in.Topic, id)
	at(c, 9, &in.Department, id)
	at(c, 10, &in.ReceivedAt, instant)
	at(c, 11, &in.Violation, day)
	sub(c, 12, &in.Danger, danger)
	subs(c, 13, &in.Links, link)
	at(c, 14, &in.Sheets, integer)
	at(c, 15, &in.Language, text)
	at(c, 16, &in.LateReason, text)
	subs(c, 17, &in.Affected, contact)
}

func deadline(c *coder, d *domain.Deadline) {
	at(c, 1, &d.Clock, word)
	at(c, 2, &d.Rule, word)
	at(c, 3, &d.Term, term)
	at(c, 4, &d.Start, day)
	at(c, 5, &d.Nominal, day)
	at(c, 6, &d.Due, day)
	at(c, 7, &d.Calendar, shared)
	at(c, 8, &d.Extended, truth)
	at(c, 9, &d.Late, truth)
	at(c, 10, &d.First, day)
	at(c, 11, &d.Told, day)
}

func deadlineRule(c *coder, r *domain.DeadlineRule) {
	at(c, 1, &r.ID, word)
	each(c, 2, &r.Kinds, word)
	at(c, 3, &r.Clock, word)
	at(c, 4, &r.Term, term)
	at(c, 5, &r.Max, term)
	at(c, 6, &r.Source, text)
	at(c, 7, &r.MaxFrom, text)
	at(c, 8, &r.Law, truth)
	at(c, 9, &r.From, day)
	at(c, 10, &r.Until, day)
	at(c, 11, &r.Revision, integer)
}

func measure(c *coder, m *domain.Measure) {
	at(c, 1, &m.Text, text)
	at(c, 2, &m.Department, id)
	at(c, 3, &m.Due, day)
}

func residue(c *coder, r *domain.Residue) {
	sub(c, 1, &r.Number, number)
	at(c, 2, &r.Kind, word)
	at(c, 3, &r.Channel, word)
	at(c, 4, &r.Topic, id)
	at(c, 5, &r.Department, id)
	at(c, 6, &r.ReceivedOn, day)
	at(c, 7, &r.AnsweredOn, day)
	at(c, 8, &r.DecidedOn, day)
	at(c, 9, &r.ClosedOn, day)
	subs(c, 10, &r.Deadlines, deadline)
	at(c, 11, &r.State, word)
	at(c, 12, &r.Outcome, word)
	at(c, 13, &r.Sender, word)
	subs(c, 14, &r.Issued, number)
	at(c, 15, &r.ForwardedOn, day)
	at(c, 16, &r.ExecutedOn, day)
	at(c, 17, &r.Ground, word)
	at(c, 18, &r.Measures, integer)
	at(c, 19, &r.Returns, integer)
	at(c, 20, &r.Flags, count)
}

func chainPoint(c *coder, p *domain.ChainPoint) {
	at(c, 1, &p.Chain, id)
	at(c, 2, &p.Seq, count)
	at(c, 3, &p.Hash, digest)
}

func declared(c *coder, d *calendar.Declared) {
	at(c, 1, &d.Date, day)
	at(c, 2, &d.Work, truth)
	at(c, 3, &d.Basis, text)
	at(c, 4, &d.Local, truth)
}

func confirmedYear(c *coder, y *domain.ConfirmedYear) {
	at(c, 1, &y.Year, integer)
	at(c, 2, &y.By, id)
}

func settings(c *coder, s *domain.Settings) {
	at(c, 1, &s.Municipality, text)
	at(c, 2, &s.Country, text)
	at(c, 3, &s.Settlement, text)
	at(c, 4, &s.District, text)
	at(c, 5, &s.Address, text)
	at(c, 6, &s.Phone, text)
	at(c, 7, &s.Email, text)
	at(c, 8, &s.Site, text)
	at(c, 9, &s.Hours, text)
	at(c, 10, &s.Privacy, text)
	at(c, 11, &s.Crest, blob)
	at(c, 12, &s.NumberTemplate, text)
	at(c, 13, &s.IncomingIndex, text)
	at(c, 14, &s.OutgoingIndex, text)
	at(c, 15, &s.CharterTarget, integer)
	at(c, 16, &s.WarnDays, integer)
	at(c, 17, &s.LateEntryDays, integer)
	each(c, 18, &s.ThirdPerson, word)
	at(c, 19, &s.SelfUphold, truth)
	at(c, 20, &s.PublicMinimum, integer)
	at(c, 21, &s.GiveBackDays, integer)
	at(c, 22, &s.ArchiveMonths, integer)
	at(c, 23, &s.Prosecutor, text)
	subs(c, 24, &s.Chains, chain)
	at(c, 25, &s.DataOfficer, text)
}

func chain(c *coder, x *domain.Chain) {
	at(c, 1, &x.Kind, word)
	at(c, 2, &x.Refusals, truth)
	each(c, 3, &x.Steps, word)
	at(c, 4, &x.Third, truth)
	at(c, 5, &x.Signs, word)
}

func standard(c *coder, s *domain.Standard) {
	at(c, 1, &s.ID, word)
	at(c, 2, &s.Title, text)
	at(c, 3, &s.Word, text)
	at(c, 4, &s.Topic, text)
	at(c, 5, &s.Template, word)
	at(c, 6, &s.Owner, id)
	at(c, 7, &s.Until, day)
	at(c, 8, &s.Text, text)
}

func template(c *coder, t *domain.Template) {
	at(c, 1, &t.ID, word)
	at(c, 2, &t.Title, text)
	each(c, 3, &t.Kinds, word)
	each(c, 4, &t.Paragraphs, text)
	at(c, 5, &t.Notice, text)
	at(c, 6, &t.Closed, truth)
}
