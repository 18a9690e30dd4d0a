package present_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"harta/internal/calendar"
	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/gui/present"
	"harta/internal/office"
)

// sendingOffice is an office with letters to send, that records what is asked of it.
type sendingOffice struct {
	drafts
	office  domain.Office
	user    domain.UserID
	letters []office.PendingLetter
	calls   []string
	refuse  map[domain.LetterID]error
	seq     byte
	parcels []desk.Parcel
}

var (
	sendingClerk     = domain.UserID{1}
	sendingSecretary = domain.UserID{2}
)

func newSendingOffice() *sendingOffice {
	o := &sendingOffice{office: domain.NewOffice(), user: sendingClerk, drafts: drafts{}, refuse: map[domain.LetterID]error{}}
	for u, r := range map[domain.UserID]domain.Role{sendingClerk: domain.Clerk, sendingSecretary: domain.Secretary, {3}: domain.Mayor} {
		o.office.Users = append(o.office.Users, domain.User{ID: u, Grants: []domain.RoleGranted{{User: u, Role: r, From: calmDay - 100}}})
	}
	slices.SortFunc(o.office.Users, func(a, b domain.User) int { return int(a.ID[0]) - int(b.ID[0]) })
	return o
}

// waits adds a letter in a state to the office.
func (o *sendingOffice) waits(n int, to string, came domain.Channel, more func(*domain.Entry, *domain.Pending)) {
	e := calmEntry(n, to, "Нещо", calmDay.AddDays(n))
	e.Channel, e.Settlement = came, "гр. Примерно"
	p := domain.Pending{
		Letter: domain.LetterID{byte(n)}, Template: domain.TAnswer, State: domain.LetterSigned, To: to, Since: calmDay - 2,
		Number: domain.Number{Direction: domain.Outgoing, Serial: n, Date: calmDay, Text: fmt.Sprintf("94-%d/23.11.2026", n)},
	}
	if more != nil {
		more(&e, &p)
	}
	e.Pending = []domain.Pending{p}
	o.letters = append(o.letters, office.PendingLetter{Entry: e, Letter: p})
}

func sentOn(d calendar.Date) func(*domain.Entry, *domain.Pending) {
	return func(_ *domain.Entry, p *domain.Pending) {
		p.State, p.Via, p.SentOn, p.Ref = domain.LetterSent, domain.ByPost, d, "PS1"
	}
}

func (o *sendingOffice) call(format string, args ...any) {
	o.calls = append(o.calls, fmt.Sprintf(format, args...))
}

func (o *sendingOffice) Acting() domain.Acting {
	return domain.Acting{Office: &o.office, User: o.user, Now: calmDay.Start()}
}

func (o *sendingOffice) NewCommand() (office.Command, error) {
	o.seq++
	return office.Command{o.seq}, nil
}

func (o *sendingOffice) Letters(want func(domain.Entry, domain.Pending) bool) []office.PendingLetter {
	var all []office.PendingLetter
	for _, l := range o.letters {
		if want(l.Entry, l.Letter) {
			all = append(all, l)
		}
	}
	return all
}

func (o *sendingOffice) Dispatch(c office.Command, _ domain.CaseID, e domain.LetterDispatched) error {
	o.call("send %d %s %s %s by %d", e.Letter[0], e.Channel, e.On, e.Ref, c[0])
	if err := o.refuse[e.Letter]; err != nil {
		return err
	}
	for i := range o.letters {
		if l := &o.letters[i]; l.Letter.Letter == e.Letter {
			l.Letter.State, l.Letter.Via, l.Letter.SentOn = domain.LetterSent, e.Channel, e.On
		}
	}
	o.letters = slices.DeleteFunc(o.letters, func(l office.PendingLetter) bool {
		return l.Letter.State == domain.LetterSent && !l.Letter.Via.Proves()
	})
	return nil
}

func (o *sendingOffice) Serve(_ office.Command, _ domain.CaseID, e domain.LetterServed) error {
	o.call("serve %d %s %s", e.Letter[0], e.On, e.How)
	return o.refuse[e.Letter]
}

func (o *sendingOffice) Strike(_ office.Command, _ domain.CaseID, l domain.LetterID, reason string) error {
	o.call("strike %d %s", l[0], reason)
	return o.refuse[l]
}

func (o *sendingOffice) PDF(_ domain.CaseID, l domain.LetterID) ([]byte, error) {
	return []byte{l[0]}, o.refuse[l]
}

func (o *sendingOffice) CourierBook(on calendar.Date, parcels []desk.Parcel) ([]byte, error) {
	o.parcels = parcels
	o.call("book %s %d", on, len(parcels))
	return nil, nil
}

func (o *sendingOffice) PostList(on calendar.Date, parcels []desk.Parcel) ([]byte, error) {
	o.parcels = parcels
	o.call("list %s %d", on, len(parcels))
	return nil, nil
}

func (o *sendingOffice) Show(name string, content []byte) error {
	o.call("show %s %v", name, content)
	return nil
}

func openDispatch(t *testing.T, o *sendingOffice) (*present.Dispatch, *calmHeard) {
	t.Helper()
	env, heard := calmEnv(t)
	env.Tell = func(err error) string {
		if r, ok := errors.AsType[*domain.Refusal](err); ok {
			return "отказ " + string(r.Reason)
		}
		return "повреда"
	}
	d := present.NewDispatch(env, o)
	d.Load()
	return d, heard
}

func (o *sendingOffice) four() *sendingOffice {
	o.waits(1, "Мария Кънева", domain.AtDesk, nil)
	o.waits(2, "Слави Бончев", domain.ByEmail, nil)
	o.waits(3, "Цветана Лулчева", domain.ByDelivery, nil)
	o.waits(4, "Областен управител", domain.AtDesk, func(e *domain.Entry, p *domain.Pending) {
		e.Sender, p.Template, p.Number.Date = "Росица Енева", domain.TForwardBody, calmDay-10
	})
	return o
}

func waysOf(d *present.Dispatch) string {
	var ways []string
	for _, r := range d.Ready() {
		ways = append(ways, r.Way)
	}
	return strings.Join(ways, ", ")
}

func TestALetterGoesTheWayItsReaderWrote(t *testing.T) {
	d, _ := openDispatch(t, newSendingOffice().four())
	if got := waysOf(d); got != "поща, е-поща, ССЕВ, ССЕВ" {
		t.Errorf("ways: %s", got)
	}
	d.SendBy(domain.LetterID{2}, 2)
	if got := waysOf(d); got != "поща, на ръка, ССЕВ, ССЕВ" {
		t.Errorf("one by hand: %s", got)
	}
	d.SendAll(1)
	if got := waysOf(d); got != "куриер, куриер, куриер, куриер" || d.WayForAll() != 1 {
		t.Errorf("one way for all: %s", got)
	}
	d.SendAll(-1)
	if got := waysOf(d); got != "поща, е-поща, ССЕВ, ССЕВ" || d.WayForAll() != -1 {
		t.Errorf("as each again: %s", got)
	}
}

func TestTheTickedLettersAreSentEachByItself(t *testing.T) {
	o := newSendingOffice().four()
	o.refuse[domain.LetterID{2}] = domain.Refuse("dispatch_letter", domain.WrongState)
	d, heard := openDispatch(t, o)
	d.Tick(0)
	d.Tick(1)
	d.Tick(2)
	d.SetRef(domain.LetterID{1}, " PS 4400 0118 22 Q\x1d")
	d.SetRef(domain.LetterID{2}, "не важи за поща по електронен път")
	d.MarkSent()
	if want := []string{
		"send 1 post 2026-11-23 PS 4400 0118 22 Q by 1", "send 2 email 2026-11-23  by 2", "send 3 edelivery 2026-11-23  by 3",
	}; !slices.Equal(o.calls, want) {
		t.Fatalf("calls %q", o.calls)
	}
	left := d.Chosen()
	if len(left) != 1 || left[0].Letter != (domain.LetterID{2}) || left[0].Wrong != "отказ wrong_state" {
		t.Fatalf("stays ticked: %+v", left)
	}
	if len(d.Ready()) != 2 || len(d.Sent()) != 2 || !slices.Equal(heard.toasts, []string{"Отбелязани са 2 изпратени писма."}) {
		t.Errorf("ready %d, sent %d, said %q", len(d.Ready()), len(d.Sent()), heard.toasts)
	}
	o.calls, o.refuse = nil, nil
	d.MarkSent()
	if len(o.calls) != 1 || !strings.HasSuffix(o.calls[0], "by 2") {
		t.Errorf("the same wish again: %q", o.calls)
	}
	if len(d.Chosen()) != 0 || len(d.Ready()) != 1 {
		t.Error("it did not go")
	}
}

func TestAFaultStopsTheRest(t *testing.T) {
	o := newSendingOffice().four()
	o.refuse[domain.LetterID{1}] = errors.New("disk full")
	d, heard := openDispatch(t, o)
	d.TickAll()
	d.MarkSent()
	if left := d.Chosen(); len(o.calls) != 1 || len(left) != 4 || left[0].Wrong != "повреда" || left[1].Wrong != "" || len(heard.toasts) != 0 {
		t.Errorf("calls %q, left %+v", o.calls, left)
	}
}

func TestNothingIsSentTwiceWhileItIsBeingSent(t *testing.T) {
	o := newSendingOffice().four()
	env, _ := calmEnv(t)
	var late lateJobs
	d := present.NewDispatch(env, o)
	d.Load()
	d.TickAll()
	env.Go = late.run
	slow := present.NewDispatch(env, o)
	slow.Load()
	late.jobs[0]()
	slow.TickAll()
	slow.MarkSent()
	slow.MarkSent()
	slow.Tick(0)
	if len(late.jobs) != 2 || !slow.Busy() || len(slow.Chosen()) != 4 {
		t.Errorf("%d jobs, busy %v, %d chosen", len(late.jobs), slow.Busy(), len(slow.Chosen()))
	}
}

func TestWithoutADayNothingIsSent(t *testing.T) {
	o := newSendingOffice().four()
	d, _ := openDispatch(t, o)
	d.MarkSent() // nothing is ticked
	d.TickAll()
	d.SetDay(0)
	d.MarkSent()
	if _, wrong := d.Day(); wrong == "" || len(o.calls) != 0 {
		t.Errorf("wrong %q, calls %q", wrong, o.calls)
	}
	d.SetDay(calmDay - 1)
	if _, wrong := d.Day(); wrong != "" {
		t.Errorf("still %q", wrong)
	}
}

func TestARefusedDayIsSaidAtTheDay(t *testing.T) {
	o := newSendingOffice().four()
	d, _ := openDispatch(t, o)
	d.TickAll()
	for _, l := range o.letters {
		o.refuse[l.Letter.Letter] = domain.Refuse("dispatch", domain.InFuture).On("on").With("today", calmDay)
	}
	d.MarkSent()
	if _, wrong := d.Day(); wrong == "" {
		t.Error("nothing is said at the day")
	}
	for _, c := range d.Chosen() {
		if c.Wrong != "" {
			t.Errorf("at the barcode of %s: %q", c.Out, c.Wrong)
		}
	}
}

func TestWhatIsTickedAndTypedIsFoundAgain(t *testing.T) {
	o := newSendingOffice().four()
	env, _ := calmEnv(t)
	var soon []func()
	env.After = func(_ time.Duration, f func()) func() { soon = append(soon, f); return func() {} }
	d := present.NewDispatch(env, o)
	d.Load()
	d.Tick(0)
	d.Tick(2)
	d.SetRef(domain.LetterID{1}, "PS1")
	d.SendBy(domain.LetterID{3}, 1)
	d.SetDay(calmDay - 1)
	d.Keep()
	o.letters = o.letters[1:] // somebody else has sent the first one
	again, _ := openDispatch(t, o)
	got := again.Chosen()
	if on, _ := again.Day(); len(got) != 1 || got[0].Letter != (domain.LetterID{3}) || got[0].Way != 1 || on != calmDay-1 {
		t.Errorf("%+v on %s", got, on)
	}
}

func TestABarcodeIsShortAndOneLine(t *testing.T) {
	d, _ := openDispatch(t, newSendingOffice().four())
	if got := d.SetRef(domain.LetterID{1}, "a\nb\tc"+strings.Repeat("я", 100_000)); len([]rune(got)) != 60 || strings.ContainsAny(got, "\n\t") {
		t.Errorf("%d characters: %.20q", len([]rune(got)), got)
	}
	d.Tick(0)
	if c := d.Chosen()[0]; len([]rune(c.Ref)) != 60 || !c.Coded {
		t.Errorf("%+v", c)
	}
}

func TestWhoMayNotSendTicksNothing(t *testing.T) {
	o := newSendingOffice().four()
	o.user = domain.UserID{3}
	d, _ := openDispatch(t, o)
	d.Tick(0)
	d.TickAll()
	d.ChooseReady(0)
	if len(d.Chosen()) != 0 || d.Ready()[0].Can || d.MayStrike() {
		t.Error("the mayor sends letters")
	}
	o.user = sendingSecretary
	d, _ = openDispatch(t, o)
	d.TickAll()
	if !d.AllTicked() || len(d.Chosen()) != 4 {
		t.Error("the secretary does not")
	}
	d.TickAll()
	if d.AllTicked() || len(d.Chosen()) != 0 {
		t.Error("the ticks stay")
	}
}

func TestFiltersNarrowBothLists(t *testing.T) {
	o := newSendingOffice().four()
	o.waits(5, "Добри Йовчев", domain.AtDesk, sentOn(calmDay-21))
	d, _ := openDispatch(t, o)
	for _, c := range []struct {
		key, option string
		ready, sent string
	}{
		{"way", "post", "1 от 4", "1"},
		{"way", "fax", "0 от 4", "0 от 1"},
		{"way", "", "4", "1"},
		{"issued", "today", "3 от 4", "1"},
		{"issued", "week", "3 от 4", "1"},
		{"issued", "earlier", "1 от 4", "0 от 1"},
	} {
		d.SetChip(c.key, c.option)
		if d.ReadyCount() != c.ready || d.SentCount() != c.sent || d.Filtered() != (c.option != "") {
			t.Errorf("%s %s: %s, %s", c.key, c.option, d.ReadyCount(), d.SentCount())
		}
	}
	if chips := d.Chips(); !chips[1].On || chips[1].Words != "Изведени: по-рано" || chips[0].On {
		t.Errorf("chips %+v", chips)
	}
}

func TestAProofThatIsLateIsSaid(t *testing.T) {
	o := newSendingOffice()
	o.waits(5, "Добри Йовчев", domain.AtDesk, sentOn(calmDay-21))
	o.waits(6, "Милка Стоева", domain.AtDesk, sentOn(calmDay-14))
	o.waits(7, "Иван Събев", domain.AtDesk, sentOn(calmDay))
	d, heard := openDispatch(t, o)
	rows := d.Sent()
	if !rows[0].Late || rows[1].Late || rows[0].Waits != "21 дни" || rows[2].Waits != "днес" {
		t.Errorf("%+v", rows)
	}
	if words, ok := d.OverdueWords(); !ok || words != "Изх. № 94-5 няма разписка от 21 дни." {
		t.Errorf("%q", words)
	}
	d.ChooseOverdue()
	if line, more, ok := d.SentLine(); !ok || line != "Изх. № 94-5 до Добри Йовчев" || more != "поща, 02.11.2026, № PS1" {
		t.Errorf("%q %q", line, more)
	}
	d.OpenSent(0)
	d.OpenReady(0) // there is none
	if len(heard.routes) != 1 || heard.routes[0] != (present.Route{Place: present.CasePlace, Case: calmCase(5)}) {
		t.Errorf("%+v", heard.routes)
	}
}

func TestServiceIsRecordedWithItsProof(t *testing.T) {
	o := newSendingOffice()
	o.waits(5, "Добри Йовчев", domain.AtDesk, sentOn(calmDay-3))
	d, heard := openDispatch(t, o)
	d.Serve() // nothing is chosen
	d.ChooseSent(0)
	d.Serve()
	f, onSent := d.Form()
	if f == nil || !onSent || f.Text("how") != "обратна разписка" {
		t.Fatalf("form %+v", f)
	}
	o.refuse[domain.LetterID{5}] = domain.Refuse("record_service", domain.InFuture).On("on")
	f.Submit()
	if f.Field("on").Wrong == "" {
		t.Error("no refusal beside the day")
	}
	o.refuse = nil
	f.Submit()
	if f, _ := d.Form(); f != nil || o.calls[1] != "serve 5 2026-11-23 обратна разписка" || len(heard.toasts) != 1 {
		t.Errorf("calls %q, said %q", o.calls, heard.toasts)
	}
}

func TestAnnullingALetterIsAskedAndExplained(t *testing.T) {
	o := newSendingOffice().four()
	d, heard := openDispatch(t, o)
	d.ChooseReady(0)
	d.Strike()
	if f, _ := d.Form(); f != nil || len(heard.asked) != 1 || !heard.asked[0].Danger {
		t.Fatal("annulled without a question")
	}
	heard.answer = true
	d.Strike()
	f, onSent := d.Form()
	if f == nil || onSent || !f.Danger {
		t.Fatalf("form %+v", f)
	}
	f.Field("reason").Text = "Подателят оттегли жалбата."
	f.Submit()
	if !slices.Equal(o.calls, []string{"strike 1 Подателят оттегли жалбата."}) {
		t.Errorf("calls %q", o.calls)
	}
}

func TestAnotherChoiceGivesTheFormUp(t *testing.T) {
	o := newSendingOffice().four()
	d, heard := openDispatch(t, o)
	heard.answer = true
	d.ChooseReady(0)
	d.Strike()
	d.ChooseReady(1)
	if f, _ := d.Form(); f != nil {
		t.Error("a form about another letter stays")
	}
}

func TestSheetsAreOfWhatIsTickedOrWasJustSent(t *testing.T) {
	o := newSendingOffice().four()
	d, _ := openDispatch(t, o)
	if d.MayBook() || d.MayList() || d.JustSent() {
		t.Error("sheets of nothing")
	}
	d.Tick(0)
	d.Tick(1)
	d.SetRef(domain.LetterID{1}, "PS1")
	d.Book()
	d.List()
	if !slices.Equal(o.calls, []string{"book 2026-11-23 1", "show разносна-книга.pdf []", "list 2026-11-23 1", "show опис-за-пощата.pdf []"}) {
		t.Errorf("calls %q", o.calls)
	}
	if want := (desk.Parcel{Number: "94-1/23.11.2026", To: "Мария Кънева", Place: "гр. Примерно", Way: domain.ByPost, Ref: "PS1"}); o.parcels[0] != want {
		t.Errorf("%+v", o.parcels[0])
	}
	d.MarkSent()
	o.calls = nil
	if !d.JustSent() || !d.MayList() {
		t.Fatal("no sheets of what was just sent")
	}
	d.List()
	if len(o.calls) != 2 || o.parcels[0].Ref != "PS1" {
		t.Errorf("calls %q, %+v", o.calls, o.parcels)
	}
	d.Tick(0)
	if d.JustSent() || d.Parcels()[0].Number != "94-3/23.11.2026" {
		t.Errorf("%+v", d.Parcels())
	}
}

func TestWhatIsDueSoonerStandsHigherAmongTheLettersOfOneColour(t *testing.T) {
	o := newSendingOffice()
	for n, late := range []int{2, 9, 5} {
		o.waits(n+1, "Мария Кънева", domain.AtDesk, func(e *domain.Entry, _ *domain.Pending) {
			*e = calmEntry(n+1, "Мария Кънева", "Нещо", calmDay.AddDays(-late))
			e.Channel, e.Settlement = domain.AtDesk, "гр. Примерно"
		})
	}
	d, _ := openDispatch(t, o)
	var got []string
	for _, r := range d.Ready() {
		got = append(got, r.Out)
	}
	if !slices.Equal(got, []string{"94-2", "94-3", "94-1"}) {
		t.Errorf("%q", got)
	}
}

func TestSheetsOfLettersByEmailAreNotPromised(t *testing.T) {
	o := newSendingOffice()
	o.waits(1, "Слави Бончев", domain.ByEmail, nil)
	d, _ := openDispatch(t, o)
	d.Tick(0)
	d.MarkSent()
	if d.JustSent() {
		t.Error("there is no sheet, and one is spoken of")
	}
}

func TestLettersOpenOneAfterTheOther(t *testing.T) {
	o := newSendingOffice().four()
	d, _ := openDispatch(t, o)
	d.ChooseReady(3)
	d.Print()
	d.Tick(0)
	d.Tick(2)
	d.Print()
	if !slices.Equal(o.calls, []string{"show писмо.pdf [4]", "show писмо.pdf [1]", "show писмо.pdf [3]"}) {
		t.Errorf("calls %q", o.calls)
	}
	o.refuse[domain.LetterID{1}] = errors.New("gone")
	d.Print()
	if d.Wrong() != "повреда" {
		t.Errorf("wrong %q", d.Wrong())
	}
	for n := range 25 {
		o.waits(30+n, "Някой", domain.AtDesk, nil)
	}
	d.Load()
	d.TickAll()
	if !d.AllTicked() {
		d.TickAll()
	}
	o.calls = nil
	d.Print()
	if len(o.calls) != 0 || !strings.Contains(d.Wrong(), "20 писма") {
		t.Errorf("%d were opened: %q", len(o.calls), d.Wrong())
	}
}

func TestTheCountOfTheRailIsTheListOfWhatIsReady(t *testing.T) {
	o := newSendingOffice().four()
	o.waits(5, "Добри Йовчев", domain.AtDesk, sentOn(calmDay-3))
	d, _ := openDispatch(t, o)
	n := 0
	for _, l := range o.letters {
		for _, p := range l.Entry.Pending {
			if p.State == domain.LetterSigned {
				n++
			}
		}
	}
	if len(d.Ready()) != n {
		t.Errorf("%d in the list, %d on the rail", len(d.Ready()), n)
	}
}
