package domain_test

import (
	"slices"
	"testing"

	"harta/internal/calendar"
	"harta/internal/domain"
)

func TestTheListsOfTheOfficeAreChecked(t *testing.T) {
	s := newStory(t, "2026-11-23", domain.TopicSet{Topic: domain.TopicID{1}, Name: "ВиК"},
		domain.DepartmentSet{Department: domain.DepartmentID{3}, Name: "Закрит", Closed: true}, domain.UserRemoved{User: colleague, From: day(t, "2026-01-01")})
	a := s.as(secretary)
	unit := func(e domain.DepartmentSet) error { _, err := a.SetDepartment(e); return err }
	topic := func(e domain.TopicSet) error { _, err := a.SetTopic(e); return err }
	filing := func(e domain.FilingSet) error { _, err := a.SetFiling(e); return err }
	user := func(e domain.UserAdded) error { _, err := s.as(admin).ChangeUser(e); return err }
	for name, c := range map[string]struct {
		err   error
		why   domain.Reason
		field string
	}{
		"a new unit":                  {err: unit(domain.DepartmentSet{Name: "Екология"})},
		"a unit closed":               {err: unit(domain.DepartmentSet{Department: personnel, Name: "Човешки ресурси", Closed: true})},
		"the name of a closed unit":   {err: unit(domain.DepartmentSet{Name: "закрит"})},
		"a unit without a name":       {unit(domain.DepartmentSet{Name: " "}), domain.FieldMissing, "name"},
		"a unit of a taken name":      {unit(domain.DepartmentSet{Name: "строителство"}), domain.NameTaken, "name"},
		"an unknown unit":             {unit(domain.DepartmentSet{Department: domain.DepartmentID{9}, Name: "Екология"}), domain.FieldMissing, "department"},
		"a new topic":                 {err: topic(domain.TopicSet{Name: "Улици", Department: construction})},
		"a topic renamed":             {err: topic(domain.TopicSet{Topic: domain.TopicID{1}, Name: "Вода"})},
		"an unknown topic":            {topic(domain.TopicSet{Topic: domain.TopicID{9}, Name: "Вода"}), domain.UnknownValue, "topic"},
		"a topic of a taken name":     {topic(domain.TopicSet{Name: "вИк"}), domain.NameTaken, "name"},
		"a topic of an unknown unit":  {topic(domain.TopicSet{Name: "Вода", Department: domain.DepartmentID{9}}), domain.FieldMissing, "department"},
		"a file":                      {err: filing(domain.FilingSet{Code: "94-01", Title: "Жалби", Years: 5})},
		"a permanent file":            {err: filing(domain.FilingSet{Code: "94-01", Title: "Жалби", Permanent: true})},
		"a file without a code":       {filing(domain.FilingSet{Title: "Жалби", Years: 5}), domain.FieldMissing, "filing"},
		"a file without a title":      {filing(domain.FilingSet{Code: "94-01", Years: 5}), domain.FieldMissing, "name"},
		"a file without years":        {filing(domain.FilingSet{Code: "94-01", Title: "Жалби"}), domain.FieldMissing, "years"},
		"a user renamed":              {err: user(domain.UserAdded{User: clerk, Name: "Елена Стоева-Примерова"})},
		"a user as he was":            {user(domain.UserAdded{User: clerk, Name: "Елена Стоева", Title: "clerk"}), domain.NothingChanged, ""},
		"a user without a name":       {user(domain.UserAdded{User: clerk}), domain.FieldMissing, "name"},
		"a removed user":              {user(domain.UserAdded{User: colleague, Name: "Калин"}), domain.NoSuchUser, ""},
		"a stranger":                  {user(domain.UserAdded{User: stranger, Name: "Калин"}), domain.NoSuchUser, ""},
		"a user of an unknown unit":   {user(domain.UserAdded{User: clerk, Name: "Елена", Department: domain.DepartmentID{9}}), domain.FieldMissing, "department"},
		"his password":                {err: s.as(admin).MayResetPassword(clerk)},
		"the password of a removed":   {s.as(admin).MayResetPassword(colleague), domain.NoSuchUser, ""},
		"one's own password, a clerk": {s.as(clerk).MayResetPassword(clerk), domain.NoRole, ""},
	} {
		if c.why == "" {
			if c.err != nil {
				t.Errorf("%s: %v", name, c.err)
			}
			continue
		}
		t.Run(name, func(t *testing.T) { mustRefuse(t, c.err, c.why, c.field) })
	}
}

func TestTheRulesOfTheOfficeAreChecked(t *testing.T) {
	s := newStory(t, "2026-11-23")
	with := func(change func(domain.Rules) domain.Rules) domain.RulesSet {
		return domain.RulesSet{Rules: change(slices.Clone(s.office.Rules))}
	}
	edit := func(id domain.RuleID, change func(*domain.DeadlineRule)) domain.RulesSet {
		return with(func(all domain.Rules) domain.Rules {
			change(&all[slices.IndexFunc(all, func(r domain.DeadlineRule) bool { return r.ID == id })])
			return all
		})
	}
	fresh := domain.DeadlineRule{
		ID: "own", Kinds: []domain.Kind{domain.Question}, Clock: domain.CharterClock, Source: "заповед № 5",
		Term: calendar.Term{N: 3, Unit: calendar.WorkingDays}, From: day(t, "2027-01-01"),
	}
	add := func(r domain.DeadlineRule) domain.RulesSet {
		return with(func(all domain.Rules) domain.Rules { return append(all, r) })
	}
	succeeds := edit("question.charter", func(r *domain.DeadlineRule) { r.Until = day(t, "2026-12-31") })
	succeeds.Rules = append(succeeds.Rules, fresh)
	explained := edit("signal.legal", func(r *domain.DeadlineRule) { r.Term.N = 1 })
	explained.Reason = "изменение на закона"
	for name, c := range map[string]struct {
		set   domain.RulesSet
		why   domain.Reason
		field string
	}{
		"a shorter standard":         {set: edit("question.charter", func(r *domain.DeadlineRule) { r.Term.N = 5 })},
		"a standard after another":   {set: succeeds},
		"a term of the law, why":     {set: explained},
		"a term of the law":          {edit("signal.legal", func(r *domain.DeadlineRule) { r.Term.N = 1 }), domain.ReasonMissing, "reason"},
		"a law made a standard":      {edit("signal.legal", func(r *domain.DeadlineRule) { r.Law = false }), domain.ReasonMissing, "reason"},
		"nothing":                    {with(func(all domain.Rules) domain.Rules { return all }), domain.NothingChanged, ""},
		"one less":                   {with(func(all domain.Rules) domain.Rules { return all[1:] }), domain.RuleInUse, "rule"},
		"two at once":                {add(fresh), domain.RulesOverlap, "from"},
		"no term":                    {edit("question.charter", func(r *domain.DeadlineRule) { r.Term.N = 0 }), domain.FieldMissing, "term"},
		"an extension that shortens": {edit("question.charter", func(r *domain.DeadlineRule) { r.Max.N, r.Max.Unit = 1, calendar.Days }), domain.MaxShorter, "max"},
		"an end before the beginning": {edit("question.charter", func(r *domain.DeadlineRule) {
			r.From, r.Until = day(t, "2027-01-02"), day(t, "2027-01-01")
		}), domain.NotLater, "until"},
		"no source":       {edit("question.charter", func(r *domain.DeadlineRule) { r.Source = "" }), domain.FieldMissing, "source"},
		"an unknown kind": {edit("question.charter", func(r *domain.DeadlineRule) { r.Kinds = []domain.Kind{"?"} }), domain.UnknownValue, "kind"},
		"no kind":         {edit("question.charter", func(r *domain.DeadlineRule) { r.Kinds = nil }), domain.UnknownValue, "clock"},
		"a task for a kind": {edit("notify.task", func(r *domain.DeadlineRule) {
			r.Kinds = []domain.Kind{domain.Signal}
		}), domain.UnknownValue, "clock"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := s.as(secretary).SetRules(c.set)
			if c.why != "" {
				mustRefuse(t, err, c.why, c.field)
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			revised := 0
			for _, r := range got.Rules {
				was, _ := s.office.Rules.ByID(r.ID)
				revised += r.Revision - was.Revision
			}
			if want := len(got.Rules) - len(s.office.Rules) + 1; revised != want {
				t.Errorf("%d revisions, want %d", revised, want)
			}
		})
	}
	_, err := s.as(clerk).SetRules(succeeds)
	mustRefuse(t, err, domain.NoRole, "")
}
