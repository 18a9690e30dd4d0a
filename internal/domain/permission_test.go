package domain_test

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"harta/internal/domain"
)

// The table is kept by hand: -update writes what the workflow says now, so that the difference is looked at.
var update = flag.Bool("update", false, "write the table of permissions anew")

const permissions = "testdata/permissions.csv"

// asker is somebody with one role, who asks about one case.
type asker struct {
	role       domain.Role
	id         domain.UserID
	respondent string // no, yes, asked: to explain
	own        bool   // the letter is his own
	chain      string // one: one word above the author; adviser: after a head's word that of an adviser, and a third person signs
}

func (x asker) key(a domain.Action) string {
	own := "other"
	if x.own {
		own = "own"
	}
	return fmt.Sprintf("%s,%s,%s,%s,%s", a, x.role, x.respondent, own, x.chain)
}

// ids are somebody of each role.
var ids = map[domain.Role]domain.UserID{
	domain.Clerk: clerk, domain.Executor: executor, domain.Head: head, domain.Secretary: secretary, domain.DeputyMayor: deputy,
	domain.Mayor: mayor, domain.Adviser: lawyer, domain.Admin: admin, domain.Auditor: auditor,
}

// askers are all that differ in what the table may ask about.
func askers(onLetter bool) []asker {
	var all []asker
	for _, role := range domain.Roles() {
		for _, respondent := range []string{"no", "yes", "asked"} {
			all = append(all, asker{role, ids[role], respondent, false, "one"})
			if onLetter {
				all = append(all, asker{role, ids[role], respondent, true, "one"}, asker{role, ids[role], respondent, false, "adviser"},
					asker{role, ids[role], respondent, true, "adviser"})
			}
		}
	}
	return all
}

// situation is a case in a state, with a letter where the action may be taken on it.
func (x asker) situation(s *story, r domain.Rule, state domain.State) domain.Situation {
	c := domain.Case{ID: domain.CaseID{1}, State: state, Intake: s.submission(domain.Signal), RegisteredAt: s.now}
	if state != domain.Registered && state != domain.NotRegistered {
		c.Admitted.Ground, c.Admitted.Result = domain.Admissible, domain.InResolution
	}
	c.Resolution = domain.CaseResolved{Department: personnel, Lead: executor, On: day(s.T, "2026-11-23")}
	c.Surplus = []domain.Surplus{{SurplusFound: domain.SurplusFound{Item: "карта", Due: day(s.T, "2026-12-23")}}}
	if !slices.Contains([]domain.State{domain.Registered, domain.InResolution, domain.Assigned, domain.InWork, domain.ReplyDraft}, state) {
		c.AnsweredOn = day(s.T, "2026-11-23")
	}
	if r.Action == domain.DoArchive {
		c.Surplus, c.Ended = nil, day(s.T, "2026-10-01")
	}
	if r.Action == domain.DoErase { // it stands on the list of confirmedList
		c.RegisteredAt, c.Filing.Filing = day(s.T, "2020-11-23").Start(), "94-02"
	}
	if r.Action == domain.DoPropose {
		c.Admitted = domain.AdmissibilityDecided{}
	}
	if x.respondent != "no" {
		c.Intake.Respondents = []domain.Respondent{{User: x.id}}
	}
	if x.respondent == "asked" {
		c.Notes = []domain.Note{{CaseNoted: domain.CaseNoted{Note: domain.AskedOpinion, To: x.id}}}
	}
	q := domain.Situation{Case: c, By: x.id}
	if len(r.Letter) > 0 && r.Action != domain.DoDraft {
		q.Letter = x.letter(r)
	}
	return q
}

// letter is a reply where the action begins, approved by others as far as that comes before.
func (x asker) letter(r domain.Rule) domain.LetterFile {
	l := domain.LetterFile{ID: domain.LetterID{1}, State: r.Letter[0], Author: colleague, Writers: []domain.UserID{colleague}}
	l.Content.Template = domain.TRejected
	if x.own {
		l.Author, l.Writers = x.id, []domain.UserID{x.id}
	}
	headed := domain.Approval{By: builder, As: domain.Head}
	advised := domain.Approval{By: stranger, As: domain.Adviser}
	switch {
	case x.chain == "one" && r.Action == domain.DoSign:
		l.Approvals = []domain.Approval{{By: builder}}
	case x.chain == "adviser" && r.Action == domain.DoSign:
		l.Approvals = []domain.Approval{headed, advised}
	case x.chain == "adviser" && r.Action == domain.DoEndorse:
		l.Approvals = []domain.Approval{headed}
	}
	return l
}

// confirmedList has the case of situation on a list that two people stand for.
func confirmedList(s *story) {
	s.decreed(clerk, domain.ErasureProposed{Erasure: list, Cases: []domain.ErasureLine{{Case: domain.CaseID{1}, Filing: "94-02"}}})
	s.decreed(secretary, domain.ErasureConfirmed{Erasure: list})
}

// TestThePermissionsAreThoseOfTheTable compares every combination of action, role, state, respondent, own draft and chain
// of approval with the table: of those that it does not name none is allowed.
func TestThePermissionsAreThoseOfTheTable(t *testing.T) {
	plain := newStory(t, "2026-11-23", advisedOffice(t)...)
	plain.office.Settings.Chains = nil
	chained := newStory(t, "2026-11-23", advisedOffice(t)...)
	confirmedList(plain)
	lines := []string{"action,role,respondent,draft,chain,states"}
	for _, r := range domain.Workflow() {
		for _, x := range askers(len(r.Letter) > 0 && r.Action != domain.DoDraft) {
			s := plain
			if x.chain == "adviser" {
				s = chained
			}
			var states []string
			for _, state := range append([]domain.State{domain.NotRegistered}, domain.States()...) {
				q := x.situation(s, r, state)
				if s.office.Possible(q, r.Action, day(t, "2026-11-24")) != nil {
					continue
				}
				if state == domain.NotRegistered {
					state = "new"
				}
				states = append(states, string(state))
			}
			if len(states) > 0 {
				lines = append(lines, x.key(r.Action)+","+strings.Join(states, " "))
			}
		}
	}
	got := strings.Join(lines, "\n") + "\n"
	if *update {
		if err := os.WriteFile(permissions, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(permissions)
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	for _, line := range lines {
		if !strings.Contains(string(want), line+"\n") {
			t.Errorf("is allowed, and the table does not say so: %s", line)
		}
	}
	for line := range strings.Lines(string(want)) {
		if !strings.Contains(got, line) {
			t.Errorf("the table says, and it is not allowed: %s", strings.TrimSpace(line))
		}
	}
}
