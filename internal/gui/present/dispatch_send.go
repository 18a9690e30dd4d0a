package present

import (
	"errors"
	"slices"
	"strings"

	"harta/internal/calendar"
	"harta/internal/desk"
	"harta/internal/domain"
	"harta/internal/office"
)

// ChosenLetter is a line of the form under the list: a ticked letter with its way and its barcode.
type ChosenLetter struct {
	Letter domain.LetterID
	Out    string
	To     string
	Way    int  // index into Ways, without „as each letter“
	Coded  bool // what is sent this way has a barcode or a number
	Ref    string
	Wrong  string
}

// sending is what is ticked and typed to send letters.
type sending struct {
	d        *Dispatch
	ticked   map[domain.LetterID]bool
	refs     map[domain.LetterID]string
	ways     map[domain.LetterID]domain.Channel
	wrong    map[domain.LetterID]string
	commands map[domain.LetterID]office.Command // one for each wish, until it is done
	all      domain.Channel                     // one way for all; empty = as each letter
	on       calendar.Date
	dayWrong string
	busy     bool
	keeper   *Keeper
}

// keptSending is what of it is found again.
type keptSending struct {
	Day  calendar.Date // on which it was kept
	On   calendar.Date
	All  domain.Channel
	Refs map[string]string
	Ways map[string]domain.Channel
	Tick []string
}

func newSending(d *Dispatch) sending {
	s := sending{
		d: d, ticked: map[domain.LetterID]bool{}, refs: map[domain.LetterID]string{}, ways: map[domain.LetterID]domain.Channel{},
		wrong: map[domain.LetterID]string{}, commands: map[domain.LetterID]office.Command{}, on: d.Today(),
	}
	s.keeper = NewKeeper(d.Env, d.office, "dispatch", func() any { return d.send.kept() })
	var kept keptSending
	if !s.keeper.Load(&kept) {
		return s
	}
	s.all = kept.All
	if kept.Day == d.Today() && kept.On != 0 {
		s.on = kept.On
	}
	for _, key := range kept.Tick {
		s.ticked[domain.ParseID[domain.LetterID](key)] = true
	}
	for key, ref := range kept.Refs {
		s.refs[domain.ParseID[domain.LetterID](key)] = ref
	}
	for key, way := range kept.Ways {
		s.ways[domain.ParseID[domain.LetterID](key)] = way
	}
	return s
}

func (s *sending) kept() keptSending {
	k := keptSending{Day: s.d.Today(), On: s.on, All: s.all, Refs: map[string]string{}, Ways: map[string]domain.Channel{}}
	for id := range s.ticked {
		k.Tick = append(k.Tick, idKey(id))
	}
	for id, ref := range s.refs {
		k.Refs[idKey(id)] = ref
	}
	for id, way := range s.ways {
		k.Ways[idKey(id)] = way
	}
	return k
}

// forget drops what was typed about letters that do not wait any more.
func (s *sending) forget(ready []parcelLetter) {
	waits := map[domain.LetterID]bool{}
	for _, l := range ready {
		waits[l.Letter.Letter] = l.can
	}
	for _, id := range slices.Concat(keysOf(s.ticked), keysOf(s.refs), keysOf(s.ways), keysOf(s.wrong)) {
		if !waits[id] {
			s.drop(id)
		}
	}
}

func (s *sending) drop(id domain.LetterID) {
	delete(s.ticked, id)
	delete(s.refs, id)
	delete(s.ways, id)
	delete(s.wrong, id)
	delete(s.commands, id)
}

func keysOf[V any](m map[domain.LetterID]V) []domain.LetterID {
	keys := make([]domain.LetterID, 0, len(m))
	for id := range m {
		keys = append(keys, id)
	}
	return keys
}

// way is how a letter is to leave: as was said for it, for all, or the way the sender came.
func (s *sending) way(l parcelLetter) domain.Channel {
	if w, ok := s.ways[l.Letter.Letter]; ok {
		return w
	}
	if s.all != "" {
		return s.all
	}
	return wayBack(l)
}

// wayBack is the way in which a letter goes to its reader: bodies write to each other by secure delivery, people get
// their answer the way they wrote. What leaves no trace goes by post.
func wayBack(l parcelLetter) domain.Channel {
	if l.Letter.Template == domain.TForwardBody {
		return domain.ByDelivery
	}
	switch l.Entry.Channel {
	case domain.ByDelivery:
		return domain.ByDelivery
	case domain.ByEmail, domain.ByWebForm:
		return domain.ByEmail
	default:
		return domain.ByPost
	}
}

// coded tells whether what is sent in a way has a barcode or a number of its own.
func coded(way domain.Channel) bool { return way.Proves() || way == domain.OtherWay }

// Tick ticks a letter or takes the tick off.
func (d *Dispatch) Tick(i int) {
	if i < 0 || i >= len(d.readyRows) || !d.readyRows[i].Can || d.send.busy {
		return
	}
	id := d.readyRows[i].Letter
	if d.send.ticked[id] {
		delete(d.send.ticked, id)
	} else {
		d.send.ticked[id] = true
	}
	d.touch()
	d.refilter()
}

// TickAll ticks every letter shown, or none when all are ticked.
func (d *Dispatch) TickAll() {
	if d.send.busy {
		return
	}
	all := !slices.ContainsFunc(d.readyRows, func(r ReadyRow) bool { return r.Can && !r.Checked })
	for _, r := range d.readyRows {
		switch {
		case all:
			delete(d.send.ticked, r.Letter)
		case r.Can:
			d.send.ticked[r.Letter] = true
		}
	}
	d.touch()
	d.refilter()
}

// Chosen gives the ticked letters among those shown, in the order of the list.
func (d *Dispatch) Chosen() []ChosenLetter {
	var all []ChosenLetter
	for _, l := range d.chosen() {
		way := d.send.way(l)
		all = append(all, ChosenLetter{
			Letter: l.Letter.Letter, Out: d.ShortNumber(l.Letter.Number), To: d.addressee(l), Way: slices.Index(sendingWays(), way),
			Coded: coded(way), Ref: d.send.refs[l.Letter.Letter], Wrong: d.send.wrong[l.Letter.Letter],
		})
	}
	return all
}

func (d *Dispatch) chosen() []parcelLetter {
	var all []parcelLetter
	for _, r := range d.readyRows {
		if !r.Checked {
			continue
		}
		if i := slices.IndexFunc(d.ready, func(l parcelLetter) bool { return l.Letter.Letter == r.Letter }); i >= 0 {
			all = append(all, d.ready[i])
		}
	}
	return all
}

// Ways gives the words for the ways a letter may leave.
func (d *Dispatch) Ways() []string {
	var words []string
	for _, w := range sendingWays() {
		words = append(words, d.wayWords(w))
	}
	return words
}

// WayForAll gives the index of the way for all letters, -1 = as each letter.
func (d *Dispatch) WayForAll() int { return slices.Index(sendingWays(), d.send.all) }

// SendAll sets the way for all letters, -1 = as each letter; what was said for single ones is forgotten.
func (d *Dispatch) SendAll(way int) {
	d.send.all = ""
	if way >= 0 && way < len(sendingWays()) {
		d.send.all = sendingWays()[way]
	}
	clear(d.send.ways)
	d.touch()
	d.refilter()
}

// SendBy sets the way of one letter.
func (d *Dispatch) SendBy(id domain.LetterID, way int) {
	if way >= 0 && way < len(sendingWays()) {
		d.send.ways[id] = sendingWays()[way]
		delete(d.send.wrong, id)
		d.touch()
		d.refilter()
	}
}

// maxRef is how long a barcode may be: the scanners of the post give 13 characters, delivery systems up to 40.
const maxRef = 60

// SetRef takes the barcode of a letter as it is typed. It gives what was kept of it.
func (d *Dispatch) SetRef(id domain.LetterID, typed string) string {
	ref := []rune(strings.Join(strings.FieldsFunc(typed, func(r rune) bool { return r < ' ' }), ""))
	kept := string(ref[:min(len(ref), maxRef)])
	d.send.refs[id] = kept
	delete(d.send.wrong, id)
	d.touch()
	return kept
}

// Day gives the day of sending, and what is wrong with it.
func (d *Dispatch) Day() (on calendar.Date, wrong string) { return d.send.on, d.send.dayWrong }

// SetDay takes the day of sending.
func (d *Dispatch) SetDay(on calendar.Date) {
	d.send.on, d.send.dayWrong = on, ""
	d.touch()
	d.changed()
}

// Busy tells whether letters are being marked.
func (d *Dispatch) Busy() bool { return d.send.busy }

func (d *Dispatch) touch() { d.send.keeper.Touch() }

// Keep keeps at once what is typed: the screen is left.
func (d *Dispatch) Keep() {
	d.send.keeper.Flush()
	if d.form != nil {
		d.form.Cancel()
	}
}

// posting is a letter on its way.
type posting struct {
	letter  parcelLetter
	event   domain.LetterDispatched
	command office.Command
	err     error
	tried   bool
}

// MarkSent records that the ticked letters have left, each by itself. What is refused stays ticked with its sentence; a
// fault stops the rest, which stays as it was.
func (d *Dispatch) MarkSent() {
	chosen := d.chosen()
	switch {
	case d.send.busy || len(chosen) == 0:
		return
	case d.send.on == 0:
		d.send.dayWrong = d.T("form.not_a_day")
		d.changed()
		return
	}
	all := make([]posting, len(chosen))
	for i, l := range chosen {
		id := l.Letter.Letter
		e := domain.LetterDispatched{Letter: id, Channel: d.send.way(l), On: d.send.on}
		if coded(e.Channel) {
			e.Ref = strings.TrimSpace(d.send.refs[id])
		}
		all[i] = posting{letter: l, event: e, command: d.send.commands[id]}
	}
	d.send.busy, d.wrong = true, ""
	d.changed()
	d.Go(func() { d.post(all) }, func() { d.posted(all) })
}

func (d *Dispatch) post(all []posting) {
	for i := range all {
		p := &all[i]
		if p.command == (office.Command{}) {
			if p.command, p.err = d.office.NewCommand(); p.err != nil {
				return
			}
		}
		p.tried = true
		p.err = d.office.Dispatch(p.command, p.letter.Entry.Case, p.event)
		if _, refused := errors.AsType[*domain.Refusal](p.err); p.err != nil && !refused {
			return
		}
	}
}

func (d *Dispatch) posted(all []posting) {
	d.send.busy = false
	var gone []desk.Parcel
	for _, p := range all {
		id := p.letter.Letter.Letter
		switch {
		case p.err != nil && !p.tried:
			d.wrong = d.Tell(p.err)
		case p.err != nil && ofDay(p.err):
			d.send.commands[id], d.send.dayWrong = p.command, d.Tell(p.err)
		case p.err != nil:
			d.send.commands[id], d.send.wrong[id] = p.command, d.Tell(p.err)
		case p.tried:
			gone = append(gone, d.parcel(p.letter, p.event.Channel, p.event.Ref))
			d.send.drop(id)
		}
	}
	if len(gone) > 0 {
		d.last = gone
		d.Toast(Toast{Words: d.T("dispatch.sent", "n", len(gone))})
	}
	d.touch()
	d.Load()
}

// ofDay tells whether a refusal is about the day of sending, which is the same for all letters.
func ofDay(err error) bool {
	r, is := errors.AsType[*domain.Refusal](err)
	return is && r.Field == "on"
}

// AllTicked tells whether every letter shown that may be sent is ticked.
func (d *Dispatch) AllTicked() bool {
	return len(d.chosen()) > 0 && !slices.ContainsFunc(d.readyRows, func(r ReadyRow) bool { return r.Can && !r.Checked })
}

// JustSent tells whether there are sheets, and they are of what was marked last.
func (d *Dispatch) JustSent() bool { return len(d.chosen()) == 0 && (d.MayBook() || d.MayList()) }
