package present_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/gui/present"
	"harta/internal/office"
)

// destroyOffice is an office with four archived cases: two whose term is over, one that is kept, one annulled.
type destroyOffice struct {
	now   domain.Office
	user  domain.UserID
	kept  []office.Kept
	lists []office.ErasureFile
	calls []string
	fails error

	unread error // what is kept cannot be read
}

var (
	keepsFile = domain.UserID{1} // a clerk
	keepsKeys = domain.UserID{2} // an administrator
	hasWord   = domain.UserID{3} // the mayor
)

func newDestroyOffice(user domain.UserID) *destroyOffice {
	o := &destroyOffice{now: domain.NewOffice(), user: user}
	for id, role := range map[domain.UserID]domain.Role{keepsFile: domain.Clerk, keepsKeys: domain.Admin, hasWord: domain.Mayor} {
		o.now.Users = append(o.now.Users, domain.User{ID: id, Name: "Иван Иванов", Keyed: true, Grants: []domain.RoleGranted{
			{User: id, Role: role, From: calendar.First},
		}})
	}
	o.now.Filing = []domain.FilingSet{{Code: "94-01", Title: "Сигнали", Years: 5}, {Code: "94-09", Title: "Отчети", Permanent: true}}
	add := func(n byte, file, ended string) {
		k := office.Kept{
			Case: calmCase(n), Number: domain.Number{Text: fmt.Sprintf("94-%d/01.01.2019", n)}, Kind: domain.Signal, State: domain.Archived,
			Filing: file, EndedOn: dayOf(ended), ReceivedOn: dayOf(ended),
		}
		if file == "" {
			k.State = domain.StateAnnulled
		}
		k.Retention, _ = o.now.Retention(file, k.EndedOn)
		o.kept = append(o.kept, k)
	}
	add(1, "94-01", "2019-05-02")
	add(2, "94-01", "2020-05-02")
	add(3, "94-01", "2024-05-02")
	add(4, "94-09", "2019-05-02")
	add(5, "", "2019-05-02")
	return o
}

func (o *destroyOffice) call(words string, args ...any) error {
	o.calls = append(o.calls, fmt.Sprintf(words, args...))
	return o.fails
}

func (*destroyOffice) NewCommand() (office.Command, error)       { return office.Command{1}, nil }
func (o *destroyOffice) Keeping() ([]office.Kept, error)         { return o.kept, o.unread }
func (o *destroyOffice) Erasures() ([]office.ErasureFile, error) { return o.lists, nil }

func (o *destroyOffice) Acting() domain.Acting {
	return domain.Acting{Office: &o.now, User: o.user, Now: calmDay.Start()}
}

func (o *destroyOffice) ProposeErasure(_ office.Command, e domain.ErasureProposed, cases []domain.CaseID, as string) (domain.ErasureProposed, error) {
	if e.Protocol == "" {
		return e, domain.Refuse("propose_erasure", domain.FieldMissing).On("protocol").With("field", "protocol")
	}
	e.Cases = make([]domain.ErasureLine, len(cases))
	err := o.call("propose %s %s %d %s", e.Protocol, e.Of, len(cases), as)
	o.list(e, keepsFile)
	return e, err
}

// list adds a list of a case that goes, one that is left out and one that is hidden.
func (o *destroyOffice) list(e domain.ErasureProposed, by domain.UserID) {
	e.Erasure = domain.ErasureID{byte(len(o.lists) + 1)}
	line := func(n byte) domain.ErasureLine {
		return domain.ErasureLine{Case: calmCase(n), Number: domain.Number{Text: fmt.Sprintf("94-%d/2019", n)}, Filing: "94-01", Sheets: 2}
	}
	e.Cases = []domain.ErasureLine{line(1), line(2), line(3)}
	x := domain.Erasure{ErasureProposed: e, By: by}
	o.now.Erasures = append(o.now.Erasures, x)
	o.lists = append(o.lists, office.ErasureFile{
		Erasure: x, Hidden: 1, Rows: []office.ErasureRow{{ErasureLine: line(1)}, {ErasureLine: line(2), Out: domain.ChangedSince}},
	})
}

func (o *destroyOffice) ConfirmErasure(_ office.Command, id domain.ErasureID) error {
	o.lists[0].Confirmed.Erasure, o.lists[0].ConfirmedBy = id, o.user
	return o.call("confirm")
}

func (o *destroyOffice) WithdrawErasure(_ office.Command, _ domain.ErasureID, reason string) error {
	return o.call("withdraw %s", reason)
}

func (o *destroyOffice) Erase(office.Command, domain.ErasureID) (domain.ErasureExecuted, error) {
	return domain.ErasureExecuted{Left: []domain.ErasureLeft{{Case: calmCase(2)}}}, o.call("erase")
}

func (o *destroyOffice) ErasureSheet(domain.ErasureID) ([]byte, error) {
	return []byte("%PDF"), o.call("sheet")
}

func (o *destroyOffice) Show(name string, content []byte) error {
	return o.call("show %s %s", name, content)
}

func newDestroy(t *testing.T, o *destroyOffice) (*present.Destroy, *calmHeard) {
	t.Helper()
	env, h := calmEnv(t)
	env.Tell = func(err error) string { return err.Error() }
	d := present.NewDestroy(env, o, "")
	d.Load()
	return d, h
}

func numbersOf(rows []present.KeptRow) string {
	var all []string
	for _, r := range rows {
		switch {
		case r.Group != "":
			all = append(all, "#")
		case r.Picked:
			all = append(all, r.Number+"*")
		default:
			all = append(all, r.Number)
		}
	}
	return strings.Join(all, " ")
}

func TestWhatIsKeptIsListedByFileAndYear(t *testing.T) {
	d, _ := newDestroy(t, newDestroyOffice(keepsKeys))
	if got := numbersOf(d.Rows()); got != "# 94-1* # 94-2*" {
		t.Errorf("lists %s", got)
	}
	d.SetChip("annulled_as", "94-01")
	if got := numbersOf(d.Rows()); got != "# 94-1* # 94-2* # 94-5*" {
		t.Errorf("with annulled ones %s", got)
	}
	d.SetChip("annulled_as", "")
	d.SetChip("all", "")
	if got := numbersOf(d.Rows()); got != "# 94-1* # 94-2* # 94-3 # 94-4 # 94-5" {
		t.Errorf("lists all %s", got)
	}
	stands := map[string]string{}
	for _, r := range d.Rows() {
		stands[r.Number] = r.Stands + " " + r.Until
	}
	for number, want := range map[string]string{
		"94-1": "срокът изтече 31.12.2024", "94-3": "срокът тече 31.12.2029", "94-4": "пази се постоянно ", "94-5": "изберете „Анулираните се пазят като“ ",
	} {
		if stands[number] != want {
			t.Errorf("%s: %q", number, stands[number])
		}
	}
	d.SetChip("year", "2020")
	if got := numbersOf(d.Rows()); got != "# 94-2*" {
		t.Errorf("of a year %s", got)
	}
	d.SetChip("year", "")
	d.SetChip("file", "annulled")
	if got := numbersOf(d.Rows()); got != "# 94-5" {
		t.Errorf("annulled %s", got)
	}
}

func TestWhoProposesNothingTicksNothing(t *testing.T) {
	d, _ := newDestroy(t, newDestroyOffice(hasWord))
	d.Pick(1)
	if got := numbersOf(d.Rows()); got != "# 94-1 # 94-2" || d.Summary() != "2 преписки" || strings.Contains(d.Lead(), "отбелязвате") {
		t.Errorf("lists %s, %q, %q", got, d.Summary(), d.Lead())
	}
	if words, can := d.ProposeWords(); can {
		t.Errorf("offers %q", words)
	}
}

func TestTickedCasesAreProposedByAProtocol(t *testing.T) {
	o := newDestroyOffice(keepsFile)
	d, h := newDestroy(t, o)
	d.Pick(1)
	if words, can := d.ProposeWords(); words != "Предложи за унищожаване (1)" || !can {
		t.Errorf("%q %t", words, can)
	}
	d.Pick(0)
	if got := numbersOf(d.Rows()); got != "# 94-1* # 94-2*" {
		t.Errorf("a head ticks %s", got)
	}
	d.Pick(0)
	d.Propose()
	f := d.Form()
	f.Submit()
	if x, wrong := f.FirstWrong(); !wrong || x.Key != "protocol" {
		t.Fatalf("wrong is %+v", x)
	}
	f.Field("protocol").Text, f.Field("on").Date = "12", calmDay
	f.Submit()
	if !slices.Equal(o.calls, []string{"propose 12 2026-11-23 1 "}) || d.Form() != nil || d.Part() != present.DestroyLists || len(h.toasts) != 1 {
		t.Errorf("calls %q, part %d", o.calls, d.Part())
	}
	v, ok := d.View()
	if !ok || v.MayConfirm || v.MayErase || !v.MayWithdraw || !strings.Contains(v.Next, "предложихте Вие") {
		t.Errorf("%+v", v)
	}
	d.OpenRow(1)
	if len(h.routes) != 1 || h.routes[0].Place != present.CasePlace {
		t.Errorf("went to %v", h.routes)
	}
}

func TestASecondPersonConfirmsAndAnAdministratorCarriesOut(t *testing.T) {
	o := newDestroyOffice(hasWord)
	o.list(domain.ErasureProposed{Protocol: "12", Of: calmDay}, keepsFile)
	d, h := newDestroy(t, o)
	d.ShowPart(present.DestroyLists)
	v, _ := d.View()
	if !v.MayConfirm || v.MayErase || d.MayPropose() || v.Sum != "1 преписка за унищожаване · отпада 1 · още 1 не Ви се показва" {
		t.Errorf("%+v", v)
	}
	if c := v.Cases[1]; !c.Out || c.Stands != "Отпада: работено е по нея, след като е предложена" || c.Sheets != "2" {
		t.Errorf("%+v", c)
	}
	d.Confirm() // and thinks better of it
	if len(o.calls) != 0 || h.asked[0].Typed != "ЗАЛИЧИ" || !h.asked[0].Danger {
		t.Fatalf("calls %q, asked %+v", o.calls, h.asked)
	}
	h.answer = true
	d.Confirm()
	o.user = keepsKeys
	d.Load()
	v, _ = d.View()
	if !v.MayErase || v.MayConfirm || d.Waiting() != 1 {
		t.Errorf("%+v", v)
	}
	d.Erase()
	d.Print()
	if want := []string{"confirm", "erase", "sheet", "show опис.pdf %PDF"}; !slices.Equal(o.calls, want) {
		t.Errorf("calls %q", o.calls)
	}
	if len(h.toasts) != 2 || !strings.Contains(h.toasts[1], "Отпадна 1 преписка") {
		t.Errorf("said %q", h.toasts)
	}
	d.OpenRow(1)
	if len(h.routes) != 0 {
		t.Error("an administrator is led to a case")
	}
}

func TestAListIsTakenBackWithAReason(t *testing.T) {
	o := newDestroyOffice(keepsKeys)
	o.list(domain.ErasureProposed{Protocol: "12", Of: calmDay}, keepsFile)
	d, _ := newDestroy(t, o)
	d.ShowPart(present.DestroyLists)
	d.Withdraw()
	d.Form().Field("reason").Text = "сгрешен протокол"
	d.Form().Submit()
	if !slices.Equal(o.calls, []string{"withdraw сгрешен протокол"}) {
		t.Errorf("calls %q", o.calls)
	}
}

func TestWhatGoesWrongWithAListIsSaid(t *testing.T) {
	o := newDestroyOffice(hasWord)
	o.list(domain.ErasureProposed{Protocol: "12", Of: calmDay}, keepsFile)
	o.fails = errors.New("счупи се")
	d, h := newDestroy(t, o)
	h.answer = true
	d.Confirm()
	if d.Wrong() != "счупи се" || len(h.toasts) != 0 {
		t.Errorf("says %q, %q", d.Wrong(), h.toasts)
	}
}

func TestWhatCouldNotBeReadIsSaidUntilItIs(t *testing.T) {
	o := newDestroyOffice(hasWord)
	o.list(domain.ErasureProposed{Protocol: "12", Of: calmDay}, keepsFile)
	o.unread = errors.New("не се чете")
	d, h := newDestroy(t, o)
	if d.Wrong() != "не се чете" {
		t.Errorf("says %q", d.Wrong())
	}
	o.unread = nil
	d.Load()
	if d.Wrong() != "" {
		t.Errorf("still says %q", d.Wrong())
	}
	o.fails, h.answer = errors.New("счупи се"), true
	d.Confirm()
	d.Load()
	if d.Wrong() != "счупи се" {
		t.Errorf("what was not done is forgotten: %q", d.Wrong())
	}
}

func TestAFileTheNomenclatureLacksHasNoTitle(t *testing.T) {
	o := newDestroyOffice(keepsFile)
	o.kept[0].Filing, o.kept[0].Retention = "05", domain.Retention{}
	d, _ := newDestroy(t, o)
	d.SetChip("all", "")
	if head := d.Rows()[0].Group; head != "Дело 05, приключени 2019 г." {
		t.Errorf("the head reads %q", head)
	}
}
