package present_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"harta/internal/domain"
	"harta/internal/gui/present"
)

// unsavedOffice is an office with something typed in it.
type unsavedOffice struct {
	names []string
	all   []domain.Entry
}

func (o unsavedOffice) Drafts() ([]string, error) { return o.names, nil }

func (o unsavedOffice) List(want func(domain.Entry) bool) []domain.Entry {
	return slices.DeleteFunc(slices.Clone(o.all), func(e domain.Entry) bool { return !want(e) })
}

func TestWhatIsNotRecordedIsListedWithItsPlace(t *testing.T) {
	r := newGateRoom(t)
	id := domain.CaseID{7}
	key := domain.ID(id).String()
	o := unsavedOffice{
		names: []string{
			"intake", "dispatch", "settings-office", "template-t01", "letter-" + key + "-t06", "note-" + key, "close-" + key,
			"set-aside-" + key, "line-" + key,
			"explain-" + domain.ID(domain.CaseID{9}).String(), "paragraph-d0b0", "rule-legal",
			"mistake-" + domain.ID(domain.CaseID{9}).String(), "chain-signal", "approval-seen", "note-" + domain.ID(domain.CaseID{9}).String(),
		},
		all: []domain.Entry{{Case: id, Subject: "Шум", Number: domain.Number{Serial: 12, Text: "94-12/20.11.2026"}}, {Case: domain.CaseID{8}}},
	}
	var said []string
	present.NewUnsaved(r.Env, o).Load(func(rows []present.UnsavedRow) {
		for _, row := range rows {
			said = append(said, fmt.Sprintf("%s>%s", row.Words, row.To.Place))
		}
	})
	want := "Нова преписка>new; Изпращане на писма>dispatch; Настройки на деловодството>settings; Образец на писмо>settings; " +
		"Писмо: Шум>letter; Бележка: Шум>case; Започната форма: Шум>case; Започната форма: Шум>case; " +
		"Бележка: Шум>case; Обяснение, което Ви е поискано>explain; Готов параграф>settings; Срок в „Настройки“>settings; " +
		"Съобщение, че сте посочени по грешка>case; Верига на одобрение>settings"
	if got := strings.Join(said, "; "); got != want {
		t.Errorf("got %s", got)
	}
}
