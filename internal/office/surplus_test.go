package office_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"harta/internal/domain"
	"harta/internal/journal"
	"harta/internal/office"
)

func TestASurplusAttachmentIsErasedAndItsCaseStays(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	as(t, o, "clerk")
	e, err := o.Register(office.Command{}, intake(domain.Signal, "Улица без лампи"))
	must(t, err)
	card, err := o.Attach(office.Command{}, e.Case, domain.DocumentAdded{Name: "карта.pdf"}, []byte("ЕГН на подателя"))
	must(t, err)
	kept, err := o.Attach(office.Command{}, e.Case, domain.DocumentAdded{Name: "снимка.jpg"}, []byte("тъмна улица"))
	must(t, err)
	today := o.Acting().Today()
	_, err = o.FindSurplus(office.Command{}, e.Case, domain.SurplusFound{Item: "Лична карта", Document: card.Document, Learned: today})
	must(t, err)
	must(t, o.SettleSurplus(office.Command{}, e.Case, domain.SurplusSettled{
		Item: "Лична карта", How: domain.SurplusErased, On: today, Protocol: "№ 1",
	}))
	for _, again := range []bool{false, true} {
		if again { // also when a crash came between the event and the key
			o = d.reopen(t, o, "clerk")
		}
		if _, err := o.Document(e.Case, card.Document); !errors.Is(err, office.ErrGone) {
			t.Errorf("the card: %v", err)
		}
		if content, err := o.Document(e.Case, kept.Document); err != nil || string(content) != "тъмна улица" {
			t.Errorf("the picture: %q, %v", content, err)
		}
	}
	d.fsck(t)
}

func TestAFileIsGoneAlsoWhenACrashCameBetweenItsKeyAndIt(t *testing.T) {
	d := newDesk(t)
	o := d.founded(t)
	as(t, o, "clerk")
	e, err := o.Register(office.Command{}, intake(domain.Signal, "Улица без лампи"))
	must(t, err)
	card, err := o.Attach(office.Command{}, e.Case, domain.DocumentAdded{Name: "карта.pdf"}, []byte("ЕГН на подателя"))
	must(t, err)
	file := filepath.Join(d.data, "att", journal.Hash(card.Blob).String())
	sealed, err := os.ReadFile(file)
	must(t, err)
	today := o.Acting().Today()
	_, err = o.FindSurplus(office.Command{}, e.Case, domain.SurplusFound{Item: "Лична карта", Document: card.Document, Learned: today})
	must(t, err)
	must(t, o.SettleSurplus(office.Command{}, e.Case, domain.SurplusSettled{
		Item: "Лична карта", How: domain.SurplusErased, On: today, Protocol: "№ 1",
	}))
	must(t, os.WriteFile(file, sealed, 0o600)) // as a crash leaves it
	d.reopen(t, o, "clerk")
	if _, err := os.Stat(file); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the file of the card: %v", err)
	}
	d.fsck(t)
}
