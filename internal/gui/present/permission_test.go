package present_test

import (
	"slices"
	"testing"

	"harta/internal/domain"
	"harta/internal/gui/present"
)

// onCase are the actions that the screen of a case itself offers; the steps of a letter have their own screens.
func onCase() []domain.Action {
	var all []domain.Action
	for _, r := range domain.Workflow() {
		if r.Action != domain.DoRegister && r.Action != domain.DoImport && (len(r.Letter) == 0 || r.Action == domain.DoDraft) {
			all = append(all, r.Action)
		}
	}
	return all
}

// scenes bring the case to where an action begins that needs something of it.
var scenes = map[domain.Action]func(*domain.Case){
	domain.DoArchive: func(c *domain.Case) { c.Surplus, c.Ended = nil, c.ReceivedOn().AddDays(-60) },
	domain.DoPropose: func(c *domain.Case) { c.Admitted = domain.AdmissibilityDecided{} },
}

// shows gives what a case offers to whoever looks: its buttons, and the lines for a note, a file and a letter.
func (w *walk) shows(t *testing.T) map[domain.Action]bool {
	t.Helper()
	env, _ := w.env(t)
	c := present.NewCase(env, w, present.Route{Place: present.CasePlace, Case: theCase})
	c.Load()
	v := c.View()
	all := map[domain.Action]bool{v.Next.Main.Do: true}
	for _, a := range v.More {
		all[a.Do] = true
	}
	for do, line := range map[domain.Action]bool{domain.DoNote: v.MayNote, domain.DoAttach: v.MayFile, domain.DoDraft: v.MayWrite} {
		if line != all[do] {
			t.Errorf("%s: the line is %v and the button %v", do, line, all[do])
		}
	}
	if all[domain.DoClose] { // it lists what is missing, and cannot be pressed while something is
		c.Start(domain.DoClose)
		all[domain.DoClose] = c.Form().Blocked == ""
		c.CloseForm()
	}
	return all
}

// TestACaseOffersExactlyWhatTheTableAllows takes every row of the table, and everything that it leaves out, to the screen
// of a case.
func TestACaseOffersExactlyWhatTheTableAllows(t *testing.T) {
	table, w := permissionTable(t), newWalk("one")
	for i, role := range domain.Roles() {
		w.as(walker(i))
		for _, respondent := range []string{"no", "yes", "asked"} {
			for _, state := range domain.States() {
				plain := w.stands(state).names(respondent).shows(t)
				for _, do := range onCase() {
					got := plain[do]
					if scene, own := scenes[do]; own {
						scene(&w.stands(state).names(respondent).c)
						got = w.shows(t)[do]
					}
					want := table.allows(asking{do, role, respondent, false, "one"}, state)
					switch {
					case respondent == "asked" && do == domain.DoNote:
						want = false // he answers on a screen of his own
					case do == domain.DoErase:
						want = false // an administrator opens no case: he carries out a list, on a screen of its own
					}
					if got != want {
						t.Errorf("%s of a %s (named: %s) in %s: offered %v, allowed %v", do, role, respondent, state, got, want)
					}
				}
			}
		}
	}
}

func TestWhoIsAskedAnswersExactlyWhereTheTableAllows(t *testing.T) {
	table, w := permissionTable(t), newWalk("one")
	for i, role := range domain.Roles() {
		w.as(walker(i))
		for _, state := range domain.States() {
			env, _ := w.stands(state).names("asked").env(t)
			x := present.NewExplain(env, w, present.Route{Place: present.ExplainPlace, Case: theCase})
			x.Load()
			want := state.Open() && table.allows(asking{domain.DoNote, role, "asked", false, "one"}, state)
			if got := x.Form() != nil; got != want {
				t.Errorf("a %s in %s: the answer is offered %v, allowed %v", role, state, got, want)
			}
		}
	}
}

// letterScenes are where the steps of a letter begin.
var letterScenes = map[domain.LetterState][]domain.Action{
	domain.LetterDraft:    {domain.DoDraft, domain.DoSubmit},
	domain.LetterWaiting:  {domain.DoDraft, domain.DoEndorse, domain.DoReturn},
	domain.LetterApproved: {domain.DoDraft, domain.DoSign},
	domain.LetterSigned:   {domain.DoDispatch, domain.DoStrike},
	domain.LetterSent:     {domain.DoServe},
}

// reaches gives what the screens of letters offer on the one letter of the case: Писмо, За одобрение, Изпращане and the
// case, as far as whoever looks has them on his rail.
func (w *walk) reaches(t *testing.T) map[domain.Action]bool {
	t.Helper()
	all := map[domain.Action]bool{}
	env, _ := w.env(t)
	to := present.Route{Place: present.LetterPlace, Case: theCase, Letter: letterID}
	l := present.NewLetter(env, w, to)
	l.Load()
	all[domain.DoDraft] = l.MayWrite()
	if step, _, why := l.Step(); why == "" {
		all[domain.DoSubmit], all[domain.DoSign] = step == present.SubmitStep, step == present.SignStep
	}
	frame := present.NewFrame(env, w)
	if frame.Offers(present.ApprovalPlace) {
		a := present.NewApproval(env, w, to)
		a.ShowOthers(true)
		a.Load()
		for _, act := range a.Acts() {
			if act.Why == "" && act.Action != domain.DoDraft {
				all[act.Action] = true
			}
		}
	}
	d := present.NewDispatch(env, w)
	d.Load()
	if frame.Offers(present.DispatchPlace) {
		d.ChooseReady(0)
		d.ChooseSent(0)
		ready := d.Ready()
		all[domain.DoDispatch] = len(ready) > 0 && ready[0].Can
		all[domain.DoStrike], all[domain.DoServe] = d.MayStrike(), d.MayServe()
	}
	c := present.NewCase(env, w, present.Route{Place: present.CasePlace, Case: theCase})
	c.Load()
	if files := c.View().Letters; len(files) > 0 && files[0].MayServe != all[domain.DoServe] && w.c.State.Open() {
		t.Errorf("the case and Изпращане do not agree about a proof in %s", w.c.State)
	}
	return all
}

// TestALetterOffersExactlyWhatTheTableAllows takes every row about a letter, and everything that the table leaves out, to
// the screens of letters.
func TestALetterOffersExactlyWhatTheTableAllows(t *testing.T) {
	table := permissionTable(t)
	for _, chain := range []string{"one", "adviser"} {
		w := newWalk(chain)
		for i, role := range domain.Roles() {
			w.as(walker(i))
			for _, state := range domain.States() {
				for at, acts := range letterScenes {
					for _, own := range []bool{false, true} {
						w.c.Letters = nil
						got := w.stands(state).holds(at, own).reaches(t)
						for _, do := range acts {
							row := asking{do, role, "no", own, chain}
							if do == domain.DoDraft {
								row.own, row.chain = false, "one"
							}
							if want := table.allows(row, state); got[do] != want {
								t.Errorf("%s of a %s (own: %v, chain: %s) in %s: offered %v, allowed %v", do, role, own, chain, state, got[do], want)
							}
						}
					}
				}
			}
		}
	}
}

// TestWhoMayNotSeeACaseReachesNothingOfIt walks whom the case names past every list and every screen.
func TestWhoMayNotSeeACaseReachesNothingOfIt(t *testing.T) {
	w := newWalk("adviser")
	for i := range domain.Roles() {
		w.as(walker(i))
		for at := range letterScenes {
			w.stands(domain.ForSignature).holds(at, false).names("yes")
			if got := w.reaches(t); slices.Contains([]bool{
				got[domain.DoDraft], got[domain.DoSubmit], got[domain.DoEndorse], got[domain.DoReturn], got[domain.DoSign],
				got[domain.DoDispatch], got[domain.DoStrike], got[domain.DoServe],
			}, true) {
				t.Errorf("%s: reached %v", domain.Roles()[i], got)
			}
		}
	}
}

// TestTodayAsksForNothingThatTheTableForbids walks every state past Днес: what waits for somebody, he may do.
func TestTodayAsksForNothingThatTheTableForbids(t *testing.T) {
	table := permissionTable(t)
	for _, chain := range []string{"one", "adviser"} {
		w := newWalk(chain)
		for i, role := range domain.Roles() {
			w.as(walker(i))
			for _, state := range domain.States() {
				for at := range letterScenes {
					for _, own := range []bool{false, true} {
						w.stands(state).holds(at, own)
						step, waits := w.office.WaitsFor(w.user, w.c.Entry(), w.Acting().Today())
						env, _ := w.env(t)
						day := present.NewToday(env, w, func() []domain.CaseID { return nil })
						day.Reload()
						if shown := day.Cards()[present.TodayMine].Count > 0; shown != waits {
							t.Errorf("%s in %s: waits %v, shown %v", role, state, waits, shown)
						}
						row := asking{step.Action, role, "no", own, chain}
						if step.Letter == (domain.LetterID{}) {
							row.own, row.chain = false, "one"
						}
						if waits && !table.allows(row, state) {
							t.Errorf("%s in %s with a letter that is %s (own: %v): is asked to %s", role, state, at, own, step.Action)
						}
					}
				}
			}
		}
	}
}

// TestThePlacesAreForThoseWhoMayDoSomethingThere holds the rail, the menus and the search over everything to the table.
func TestThePlacesAreForThoseWhoMayDoSomethingThere(t *testing.T) {
	table, w := permissionTable(t), newWalk("adviser")
	anywhere := func(role domain.Role, do ...domain.Action) bool {
		for a, states := range table {
			if a.role == role && slices.Contains(do, a.action) && a.respondent == "no" && len(states) > 0 {
				return true
			}
		}
		return false
	}
	for i, role := range domain.Roles() {
		env, _ := w.as(walker(i)).env(t)
		frame := present.NewFrame(env, w)
		for place, want := range map[present.Place]bool{
			present.NewPlace:      anywhere(role, domain.DoRegister),
			present.ImportPlace:   anywhere(role, domain.DoImport),
			present.ApprovalPlace: anywhere(role, domain.DoEndorse, domain.DoReturn, domain.DoSign),
			present.DispatchPlace: anywhere(role, domain.DoDispatch, domain.DoStrike, domain.DoServe),
		} {
			listed := slices.ContainsFunc(env.Actions(frame.Offers), func(a present.Action) bool { return a.Place == place })
			if frame.Offers(place) != want || listed != want {
				t.Errorf("%s has %s: %v, in the menus %v; may do something there: %v", role, place, frame.Offers(place), listed, want)
			}
		}
	}
}

// TestAWindowForReadingOffersNoStepAtAll walks every screen of a window that can record nothing.
func TestAWindowForReadingOffersNoStepAtAll(t *testing.T) {
	w := newWalk("one")
	for i, role := range domain.Roles() {
		w.as(walker(i)).readOnly = true
		env, _ := w.env(t)
		if present.NewFrame(env, w).Offers(present.NewPlace) {
			t.Errorf("%s is offered a new case", role)
		}
		for at := range letterScenes {
			w.stands(domain.ReplyDraft).holds(at, false)
			for do, offered := range w.reaches(t) {
				if offered {
					t.Errorf("%s is offered %s", role, do)
				}
			}
		}
	}
}
