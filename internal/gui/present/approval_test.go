package present_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"harta/internal/domain"
	"harta/internal/gui/present"
	"harta/internal/office"
)

// approvalOffice is an office with several cases whose letters wait.
type approvalOffice struct {
	*letterOffice
	cases map[domain.CaseID]domain.Case
	order []domain.CaseID
	told  []office.Judged // the history of every case; empty = one version that was submitted
}

// newApprovalOffice makes an office; who looks is the head.
func newApprovalOffice(t *testing.T) *approvalOffice {
	t.Helper()
	o := &approvalOffice{letterOffice: newLetterOffice(t, domain.Question), cases: map[domain.CaseID]domain.Case{}}
	o.user = chiefID
	return o
}

// waits adds a case with a letter in a state.
func (o *approvalOffice) waits(n byte, kind domain.Kind, due string, l domain.LetterFile) {
	c := o.c
	c.ID, c.Intake.Kind, c.State = domain.CaseID{n}, kind, domain.InEndorsement
	c.Number = domain.Number{Text: "94-" + string('0'+rune(n)) + "/12.11.2026", Serial: int(n), Date: dayOf("2026-11-12")}
	c.Deadlines = []domain.Deadline{{Clock: domain.CharterClock, Start: dayOf("2026-11-12"), Due: dayOf(due)}}
	l.ID, l.Since = domain.LetterID{n}, letterNow
	if l.Content.Template == "" {
		l.Content.Template = domain.TAnswer
	}
	if l.Author == (domain.UserID{}) {
		l.Author = authorID
	}
	l.Writers = append(l.Writers, l.Author)
	l.Hash = domain.Digest{n}
	c.Letters = []domain.LetterFile{l}
	if _, known := o.cases[c.ID]; !known {
		o.order = append(o.order, c.ID)
	}
	o.cases[c.ID] = c
}

func (o *approvalOffice) List(want func(domain.Entry) bool) []domain.Entry {
	var all []domain.Entry
	for _, id := range o.order {
		c := o.cases[id]
		if e := c.Entry(); want == nil || want(e) {
			all = append(all, e)
		}
	}
	return all
}

func (o *approvalOffice) Case(id domain.CaseID, _ office.Looked) (office.File, error) {
	c := o.cases[id]
	if o.told != nil {
		return office.File{Case: c, History: o.told}, nil
	}
	var hist []office.Judged
	for i, l := range c.Letters {
		hist = append(hist,
			office.Judged{Fact: domain.Fact{Event: domain.LetterDrafted{Letter: l.ID, Content: l.Content}, By: l.Author, At: letterNow}},
			office.Judged{Fact: domain.Fact{Event: domain.LetterSubmitted{Letter: l.ID}, By: l.Author, At: letterNow}})
		_ = i
	}
	return office.File{Case: c, History: hist}, nil
}

func (o *approvalOffice) move(id domain.CaseID, to domain.LetterState) {
	c := o.cases[id]
	l := c.Letters[0]
	l.State = to
	c.Letters = []domain.LetterFile{l}
	o.cases[id] = c
}

func (o *approvalOffice) Endorse(_ office.Command, id domain.CaseID, _ domain.LetterID, seen domain.Digest) error {
	if err := o.call("endorse %d %d", id[0], seen[0]); err != nil {
		return err
	}
	o.move(id, domain.LetterApproved)
	return nil
}

func (o *approvalOffice) Return(_ office.Command, id domain.CaseID, _ domain.LetterID, comment string) error {
	if err := o.call("return %d %s", id[0], comment); err != nil {
		return err
	}
	o.move(id, domain.LetterDraft)
	return nil
}

func (o *approvalOffice) SignLetter(_ office.Command, id domain.CaseID, l domain.LetterID) (domain.LetterNumbered, error) {
	if err := o.call("sign %d", id[0]); err != nil {
		return domain.LetterNumbered{}, err
	}
	o.move(id, domain.LetterSigned)
	return domain.LetterNumbered{Letter: l, Number: domain.Number{Text: "94-87/23.11.2026"}}, nil
}

func (o *approvalOffice) Document(domain.CaseID, domain.DocumentID) ([]byte, error) {
	return []byte("x"), nil
}
func (o *approvalOffice) Steps(domain.Deadline) []string { return []string{"Един месец."} }

func openApproval(t *testing.T, o *approvalOffice) (*present.Approval, *letterEnv) {
	t.Helper()
	e := newLetterEnv(t)
	m := present.NewApproval(e.Env, o, present.Route{})
	m.Load()
	return m, e
}

var waiting = domain.LetterFile{State: domain.LetterWaiting}

func numbers(m *present.Approval) string {
	var all []string
	for _, r := range m.Rows() {
		all = append(all, r.Number)
	}
	return strings.Join(all, " ")
}

func TestTheMostUrgentLetterComesFirstAndIsChosen(t *testing.T) {
	o := newApprovalOffice(t)
	o.waits(1, domain.Question, "2026-12-14", waiting)
	o.waits(2, domain.Question, "2026-11-25", waiting)
	m, _ := openApproval(t, o)
	if numbers(m) != "94-2 94-1" || m.Chosen() != 0 {
		t.Errorf("rows %s, chosen %d", numbers(m), m.Chosen())
	}
	d := m.Detail()
	if !d.Loaded || d.Due != "25.11.2026" || d.Left != "остават 2 раб. дни" || d.Way[0].Words != "Изпратено за одобрение, К. Русев" || d.Version != 1 {
		t.Errorf("detail %+v", d)
	}
	if r := m.Rows()[0]; r.Who != "К. Русев, чака от днес" || r.Wait != "" {
		t.Errorf("row %+v", r)
	}
}

func TestTenLettersGoOneAfterTheOther(t *testing.T) {
	o := newApprovalOffice(t)
	for n := range byte(9) {
		o.waits(n+1, domain.Question, "2026-12-14", waiting)
	}
	m, e := openApproval(t, o)
	for range 9 {
		m.Do(domain.DoEndorse)
	}
	if len(o.calls) != 9 || o.calls[0] != "endorse 1 1" || o.calls[8] != "endorse 9 9" || len(m.Rows()) != 0 {
		t.Errorf("did %v, left %s", o.calls, numbers(m))
	}
	if e.toasts[0].Words != "Одобрено: писмото по 94-1" || m.Last() != "Последно одобрено: днес 10:42." {
		t.Errorf("said %v, last %q", e.toasts[0].Words, m.Last())
	}
}

func TestAWordThatIsNotRecordedBringsTheLetterBack(t *testing.T) {
	o := newApprovalOffice(t)
	o.waits(1, domain.Question, "2026-12-14", waiting)
	o.waits(2, domain.Question, "2026-12-14", waiting)
	m, e := openApproval(t, o)
	o.fail = errors.New("дискът е пълен")
	m.Do(domain.DoEndorse)
	if numbers(m) != "94-1 94-2" || m.Chosen() != 0 || m.Summary != "дискът е пълен" || len(e.toasts) != 0 {
		t.Errorf("rows %s, chosen %d, summary %q", numbers(m), m.Chosen(), m.Summary)
	}
}

func TestALetterIsReturnedWithAComment(t *testing.T) {
	o := newApprovalOffice(t)
	o.waits(1, domain.Question, "2026-12-14", waiting)
	o.waits(2, domain.Question, "2026-12-14", waiting)
	m, _ := openApproval(t, o)
	m.Do(domain.DoReturn)
	f := m.Form()
	if f == nil {
		t.Fatal("no form")
	}
	f.Submit()
	if f.Field("comment").Wrong == "" || len(o.calls) > 0 {
		t.Errorf("without a comment: %q, did %v", f.Field("comment").Wrong, o.calls)
	}
	f.Field("comment").Text = "Посочете срок."
	f.Edit(f.Field("comment"))
	f.Submit()
	if strings.Join(o.calls, ";") != "return 1 Посочете срок." || m.Form() != nil || numbers(m) != "94-2" || len(o.drafts) != 0 {
		t.Errorf("did %v, rows %s, drafts %d", o.calls, numbers(m), len(o.drafts))
	}
}

func TestAHalfWrittenCommentIsFoundAgain(t *testing.T) {
	o := newApprovalOffice(t)
	o.waits(1, domain.Question, "2026-12-14", waiting)
	o.waits(2, domain.Question, "2026-12-14", waiting)
	m, _ := openApproval(t, o)
	m.Do(domain.DoReturn)
	m.Form().Field("comment").Text = "Пос"
	m.Form().Edit(m.Form().Field("comment"))
	m.Step(1)
	if m.Form() != nil {
		t.Error("the form follows to another letter")
	}
	m.Step(-1)
	m.Do(domain.DoReturn)
	if got := m.Form().Text("comment"); got != "Пос" {
		t.Errorf("found %q", got)
	}
	for name := range o.drafts {
		if len(name) > 60 {
			t.Errorf("name %q", name)
		}
	}
}

func TestOwnLettersAreRefusedInWordsWithWhoMay(t *testing.T) {
	o := newApprovalOffice(t)
	o.waits(1, domain.Question, "2026-12-14", domain.LetterFile{State: domain.LetterWaiting, Author: chiefID})
	m, _ := openApproval(t, o)
	if mine, others := m.Turns(); mine != 0 || others != 1 || len(m.Rows()) != 0 {
		t.Fatalf("mine %d, others %d, rows %s", mine, others, numbers(m))
	}
	m.ShowOthers(true)
	m.Do(domain.DoEndorse)
	why, no := m.Reason()
	if !no || !strings.Contains(why, "собственото си писмо") || !strings.HasSuffix(why, "Може да одобри: И. Стоянова, М. Реджебов.") || len(o.calls) > 0 {
		t.Errorf("%q, did %v", why, o.calls)
	}
	if m.Rows()[0].Wait != "чака друг" {
		t.Errorf("row %+v", m.Rows()[0])
	}
}

func TestWhoRecusedDoesNotApprove(t *testing.T) {
	o := newApprovalOffice(t)
	o.c.Recused = []domain.UserID{chiefID}
	o.waits(1, domain.Question, "2026-12-14", waiting)
	m, _ := openApproval(t, o)
	m.ShowOthers(true)
	for _, a := range m.Acts() {
		if a.Why == "" {
			t.Errorf("%s is offered", a.Action)
		}
	}
}

func TestSignaturesWaitInTheSameList(t *testing.T) {
	o := newApprovalOffice(t)
	o.user = mayorID
	o.waits(1, domain.Question, "2026-12-14", domain.LetterFile{
		State: domain.LetterApproved, EndorsedBy: chiefID, Approvals: []domain.Approval{{By: chiefID, Hash: domain.Digest{1}}},
	})
	m, e := openApproval(t, o)
	if r := m.Rows(); len(r) != 1 || !r[0].Sign || r[0].Wait != "за подпис" {
		t.Fatalf("rows %+v", r)
	}
	acts := m.Acts()
	if last := acts[len(acts)-1]; last.Words != "Подпиши и изведи" || last.Why != "" || len(acts) != 2 {
		t.Errorf("acts %+v", acts)
	}
	m.Do(domain.DoEndorse) // A is not what this one waits for
	m.Do(domain.DoSign)
	if strings.Join(o.calls, ";") != "sign 1" || !strings.Contains(e.toasts[0].Words, "изходящ номер 94-87/23.11.2026") {
		t.Errorf("did %v, said %v", o.calls, e.toasts)
	}
}

func TestOnlyThanksAreApprovedTogether(t *testing.T) {
	o := newApprovalOffice(t)
	thanks := domain.LetterFile{State: domain.LetterWaiting, Content: domain.Letter{Template: domain.TThanks}}
	o.waits(1, domain.Praise, "2026-12-14", thanks)
	o.waits(2, domain.Praise, "2026-12-14", thanks)
	o.waits(3, domain.Question, "2026-12-14", waiting)
	m, e := openApproval(t, o)
	for i := range m.Rows() {
		m.Tick(i)
	}
	if n, of := m.Ticked(); n != 2 || of != 2 {
		t.Fatalf("ticked %d of %d", n, of)
	}
	m.ApproveTicked()
	if strings.Join(o.calls, ";") != "endorse 1 1;endorse 2 2" || numbers(m) != "94-3" || e.toasts[0].Words != "Одобрени са 2 писма" {
		t.Errorf("did %v, left %s, said %v", o.calls, numbers(m), e.toasts)
	}
}

func TestBeforeAnEditOneIsToldWhoApprovesIt(t *testing.T) {
	o := newApprovalOffice(t)
	l := waiting
	l.Content.Signer.Name = "Биляна Кирова"
	o.waits(1, domain.Question, "2026-12-14", l)
	m, e := openApproval(t, o)
	m.Do(domain.DoDraft)
	f := m.Form()
	if f == nil || len(e.routes) > 0 || f.Blocked != "" || len(f.Notices) != 2 {
		t.Fatalf("form %+v, went to %v", f, e.routes)
	}
	if got := f.Notices[0].Words; got != "Вашата версия може да одобри: И. Стоянова, М. Реджебов." {
		t.Errorf("said %q", got)
	}
	if got := f.Notices[1].Words; !strings.Contains(got, "подписвате Вие") {
		t.Errorf("said %q", got)
	}
	f.Submit()
	if want := (present.Route{Place: present.LetterPlace, Case: domain.CaseID{1}, Letter: domain.LetterID{1}}); len(e.routes) != 1 || e.routes[0] != want || m.Form() != nil {
		t.Errorf("went to %+v", e.routes)
	}
}

func TestWhoIsTheLastToApproveDoesNotEdit(t *testing.T) {
	o := newApprovalOffice(t)
	o.office.Users = o.office.Users[:2]
	o.waits(1, domain.Question, "2026-12-14", waiting)
	m, e := openApproval(t, o)
	m.Do(domain.DoDraft)
	f := m.Form()
	if f == nil || !strings.HasPrefix(f.Notices[0].Words, "Няма друг") {
		t.Fatalf("form %+v", f)
	}
	f.Submit()
	if len(e.routes) > 0 || f.Summary == "" {
		t.Error("the letter opened")
	}
}

func TestASignatureIsAskedFor(t *testing.T) {
	o := newApprovalOffice(t)
	o.user = mayorID
	o.waits(1, domain.Question, "2026-12-14", domain.LetterFile{
		State: domain.LetterApproved, EndorsedBy: chiefID, Approvals: []domain.Approval{{By: chiefID, Hash: domain.Digest{1}}},
		Content: domain.Letter{Template: domain.TAnswer, To: domain.Addressee{Name: "Елена Кръстева"}},
	})
	m, e := openApproval(t, o)
	var asked present.Question
	m.Ask = func(q present.Question, answer func(bool)) {
		asked = q
		answer(false)
	}
	m.Press(keyOf(t, 'S'))
	if !strings.Contains(asked.Title, "94-1") || !strings.Contains(asked.Words, "до Елена Кръстева") || !strings.Contains(asked.Words, "изходящ номер") {
		t.Errorf("asked %+v", asked)
	}
	if len(o.calls) > 0 || len(e.toasts) > 0 || numbers(m) != "94-1" {
		t.Errorf("did %v after a no", o.calls)
	}
	m.Ask = func(_ present.Question, answer func(bool)) { answer(true) }
	m.Press(keyOf(t, 'S'))
	if strings.Join(o.calls, ";") != "sign 1" {
		t.Errorf("did %v after a yes", o.calls)
	}
}

func keyOf(t *testing.T, letter rune) int {
	t.Helper()
	i := slices.Index(present.ApprovalKeys(), letter)
	if i < 0 {
		t.Fatalf("%q is no key", letter)
	}
	return i
}

func TestTheKeysAreThoseOfTheButtons(t *testing.T) {
	o := newApprovalOffice(t)
	o.waits(1, domain.Question, "2026-12-14", waiting)
	m, _ := openApproval(t, o)
	var keys []string
	for _, a := range m.Acts() {
		keys = append(keys, a.Key)
	}
	if got := strings.Join(keys, ""); got != "REA" {
		t.Errorf("caps %q", got)
	}
	m.Press(keyOf(t, 'R'))
	m.Press(keyOf(t, 'A')) // a letter of the comment
	if m.Form() == nil || len(o.calls) > 0 {
		t.Errorf("did %v while a comment is written", o.calls)
	}
}

func TestASubstituteIsTold(t *testing.T) {
	o := newApprovalOffice(t)
	o.office.Users[1].Grants = append(o.office.Users[1].Grants, domain.RoleGranted{
		User: chiefID, Role: domain.Secretary, From: dayOf("2026-11-16"), Until: dayOf("2026-11-27"), Order: "512", ActingFor: secretaryID,
	})
	m, _ := openApproval(t, o)
	want := "Замествате И. Стоянова, секретар на Община Примерно, до 27.11.2026 (заповед № 512). В писмото и в историята се записва „за секретар на Община Примерно“."
	if got := m.StandsIn(); got != want {
		t.Errorf("said %q", got)
	}
}
