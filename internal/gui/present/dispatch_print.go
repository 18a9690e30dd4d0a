package present

import (
	"slices"

	"harta/internal/calendar"
	"harta/internal/desk"
	"harta/internal/domain"
)

// maxShown is how many letters are opened for printing at once: each is a window of the viewer.
const maxShown = 20

// parcel is a letter as the sheets list it.
func (d *Dispatch) parcel(l parcelLetter, way domain.Channel, ref string) desk.Parcel {
	p := desk.Parcel{Number: l.Letter.Number.Text, To: d.addressee(l), Way: way, Ref: ref}
	if p.To == l.Entry.Sender {
		p.Place = l.Entry.Settlement
	}
	return p
}

// Parcels gives what the sheets list: the ticked letters, and when none is ticked those that were marked last.
func (d *Dispatch) Parcels() []desk.Parcel {
	var all []desk.Parcel
	for _, l := range d.chosen() {
		all = append(all, d.parcel(l, d.send.way(l), d.send.refs[l.Letter.Letter]))
	}
	if len(all) == 0 {
		return d.last
	}
	return all
}

// going gives the parcels that go in one of some ways.
func going(all []desk.Parcel, ways ...domain.Channel) []desk.Parcel {
	var some []desk.Parcel
	for _, p := range all {
		if slices.Contains(ways, p.Way) {
			some = append(some, p)
		}
	}
	return some
}

func byPost(all []desk.Parcel) []desk.Parcel { return going(all, domain.ByPost) }

// byHand gives the parcels that somebody takes into his hands and can sign for.
func byHand(all []desk.Parcel) []desk.Parcel {
	return going(all, domain.ByPost, domain.ByCourier, domain.AtDesk, domain.OtherWay)
}

// MayBook tells whether there is something for the courier book, and MayList for the list of the post.
func (d *Dispatch) MayBook() bool { return len(byHand(d.Parcels())) > 0 }

// MayList tells whether something goes by post.
func (d *Dispatch) MayList() bool { return len(byPost(d.Parcels())) > 0 }

// Book shows the courier book as a printed sheet.
func (d *Dispatch) Book() {
	d.sheet(d.T("dispatch.book_file"), byHand(d.Parcels()), d.office.CourierBook)
}

// List shows the list of what goes by post as a printed sheet.
func (d *Dispatch) List() { d.sheet(d.T("dispatch.list_file"), byPost(d.Parcels()), d.office.PostList) }

func (d *Dispatch) sheet(name string, parcels []desk.Parcel, press func(calendar.Date, []desk.Parcel) ([]byte, error)) {
	if len(parcels) == 0 {
		return
	}
	on := d.send.on
	if on == 0 {
		on = d.Today()
	}
	d.run(func() error {
		pdf, err := press(on, parcels)
		if err != nil {
			return err
		}
		return d.office.Show(name+".pdf", pdf)
	})
}

// Print opens the ticked letters one after the other, or the chosen one when none is ticked.
func (d *Dispatch) Print() {
	all := d.chosen()
	if l, ok := at(d.ready, d.atReady); len(all) == 0 && ok {
		all = append(all, l)
	}
	if len(all) > maxShown {
		d.wrong = d.T("dispatch.print_many", "n", maxShown)
		d.changed()
		return
	}
	d.run(func() error {
		for _, l := range all {
			pdf, err := d.office.PDF(l.Entry.Case, l.Letter.Letter)
			if err != nil {
				return err
			}
			if err := d.office.Show(d.T("dispatch.letter_file")+".pdf", pdf); err != nil {
				return err
			}
		}
		return nil
	})
}

// run does something off the screen's goroutine and tells when it went wrong.
func (d *Dispatch) run(work func() error) {
	var err error
	d.Go(func() { err = work() }, func() {
		d.wrong = ""
		if err != nil {
			d.wrong = d.Tell(err)
		}
		d.changed()
	})
}
