package domain_test

import (
	"testing"

	"harta/internal/domain"
)

func TestSurplusPersonalDataAreGoneWithinAMonth(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Praise))
	find := func(e domain.SurplusFound) func(domain.Acting) (domain.SurplusFound, error) {
		return func(a domain.Acting) (domain.SurplusFound, error) { return a.FindSurplus(s.c, e) }
	}
	settle := func(e domain.SurplusSettled) func(domain.Acting) (domain.SurplusSettled, error) {
		return func(a domain.Acting) (domain.SurplusSettled, error) { return a.SettleSurplus(s.c, e) }
	}
	card := domain.SurplusFound{Item: "Копие на лична карта", Document: domain.DocumentID{1}, Learned: day(t, "2026-11-23")}
	gone := domain.SurplusSettled{Item: card.Item, How: domain.SurplusErased, On: day(t, "2026-11-23"), Protocol: "№ 1"}
	refused(s, clerk, domain.NoSurplus, "", settle(gone))
	refused(s, executor, domain.NoRole, "", find(card))
	refused(s, clerk, domain.FieldMissing, "file", find(card))
	given(s, clerk, func(a domain.Acting) (domain.DocumentAdded, error) {
		return a.Attach(s.c, domain.DocumentAdded{Name: "карта.pdf", Document: card.Document})
	})
	refused(s, clerk, domain.FieldMissing, "item", find(domain.SurplusFound{Learned: card.Learned}))
	refused(s, clerk, domain.InFuture, "on", find(domain.SurplusFound{Item: "x", Learned: day(t, "2026-11-24")}))
	given(s, clerk, find(card))
	refused(s, clerk, domain.NothingChanged, "item", find(card))
	if e := s.c.Entry(); e.SurplusDue != day(t, "2026-12-23") {
		t.Errorf("due %s", e.SurplusDue)
	}
	s.issues(text(1, domain.TThanks, "Благодарим Ви."), clerk, head, secretary)
	s.closes(domain.CaseClosed{})
	s.now = at(t, "2027-01-05", 10)
	archive := func(a domain.Acting) (domain.CaseArchived, error) {
		return a.Archive(s.c, domain.CaseArchived{Filing: "94-02"})
	}
	refused(s, clerk, domain.SurplusOpen, "", archive)
	refused(s, clerk, domain.FieldMissing, "item", settle(domain.SurplusSettled{Item: "Друго", How: domain.SurplusErased}))
	refused(s, clerk, domain.FieldMissing, "how", settle(domain.SurplusSettled{Item: card.Item}))
	refused(s, clerk, domain.FieldMissing, "protocol", settle(domain.SurplusSettled{Item: card.Item, How: domain.SurplusErased, On: gone.On}))
	given(s, clerk, settle(gone))
	if !s.c.Shredded(card.Document) || !s.c.Entry().SurplusDue.IsZero() || !s.c.Entry().Flags.Has(domain.FlagShredded) {
		t.Errorf("surplus %+v", s.c.Surplus)
	}
	given(s, clerk, archive)
}

func TestOnlyTheAttachmentThatWasNotedIsErasedAsSurplus(t *testing.T) {
	s := newStory(t, "2026-11-23")
	s.registers(s.submission(domain.Praise))
	s.happened(clerk, domain.SurplusFound{Item: "Копие на лична карта", Document: domain.DocumentID{1}})
	s.happened(clerk, domain.SurplusSettled{Item: "Копие на лична карта", How: domain.SurplusErased, Document: domain.DocumentID{2}})
	if s.c.Shredded(domain.DocumentID{2}) || s.c.Entry().Flags.Has(domain.FlagShredded) {
		t.Error("another attachment lost its key")
	}
	if !s.c.Entry().SurplusDue.IsZero() {
		t.Error("it is still here")
	}
}
