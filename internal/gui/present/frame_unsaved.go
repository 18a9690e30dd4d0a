package present

import (
	"cmp"
	"strings"

	"harta/internal/domain"
)

// UnsavedOffice is what the list of what is not recorded asks of the office.
type UnsavedOffice interface {
	// Drafts gives the names under which something is kept as it was typed.
	Drafts() ([]string, error)
	List(want func(domain.Entry) bool) []domain.Entry
}

// UnsavedRow is something that was typed and is in no record yet: what, in which case, and where one goes on.
type UnsavedRow struct {
	Words, Right string
	To           Route
}

// Unsaved is the list of what is not recorded. It is kept all the same, and found where it was typed.
type Unsaved struct {
	Env
	office UnsavedOffice
}

// NewUnsaved makes it.
func NewUnsaved(env Env, o UnsavedOffice) *Unsaved { return &Unsaved{env, o} }

// Load reads the list and hands it on.
func (u *Unsaved) Load(done func([]UnsavedRow)) {
	var names []string
	var err error
	entries := map[domain.CaseID]domain.Entry{}
	u.Go(func() {
		if names, err = u.office.Drafts(); err != nil {
			return
		}
		wanted := map[domain.CaseID]bool{}
		for _, name := range names {
			wanted[draftCase(name)] = true
		}
		for _, e := range u.office.List(func(e domain.Entry) bool { return wanted[e.Case] }) {
			entries[e.Case] = e
		}
	}, func() {
		if err != nil {
			u.Toast(Toast{Words: u.Tell(err), Warn: true})
			return
		}
		var rows []UnsavedRow
		for _, name := range names {
			if row, ok := u.row(name, entries); ok {
				rows = append(rows, row)
			}
		}
		done(rows)
	})
}

// draftCase gives the case that the name of a draft speaks of.
func draftCase(name string) domain.CaseID {
	for part := range strings.SplitSeq(name, "-") {
		if id := domain.ParseID[domain.CaseID](part); id != (domain.CaseID{}) {
			return id
		}
	}
	return domain.CaseID{}
}

// draftPlaces are the drafts that are about no case.
var draftPlaces = map[string]Route{
	intakeDraft: {Place: NewPlace},
	"dispatch":  {Place: DispatchPlace},
	"settings":  {Place: SettingsPlace, Arg: string(OfficeTab)},
	"template":  {Place: SettingsPlace, Arg: string(TemplatesTab)},
	"paragraph": {Place: SettingsPlace, Arg: string(ParagraphsTab)},
	"rule":      {Place: SettingsPlace, Arg: string(RulesTab)},
	"chain":     {Place: SettingsPlace, Arg: string(ChainsTab)},
}

// draftUnseen are the drafts about a case that whoever types does not see.
var draftUnseen = map[string]Place{"explain": ExplainPlace, "mistake": CasePlace}

// draftWords are the drafts about a case with a key of their own; the others are forms.
var draftWords = map[string]string{
	"letter": "unsaved.letter", "note": "unsaved.note", "line": "unsaved.note", "return": "unsaved.return", "serve": "unsaved.serve",
	"strike": "unsaved.strike",
}

func (u *Unsaved) row(name string, entries map[domain.CaseID]domain.Entry) (UnsavedRow, bool) {
	what, _, _ := strings.Cut(name, "-")
	if to, ok := draftPlaces[what]; ok {
		return UnsavedRow{Words: u.T("unsaved." + what), To: to}, true
	}
	id := draftCase(name)
	if place, ok := draftUnseen[what]; ok {
		return UnsavedRow{Words: u.T("unsaved." + what), To: Route{Place: place, Case: id}}, id != domain.CaseID{}
	}
	e, ok := entries[id]
	if !ok { // of a case that is not seen any more
		return UnsavedRow{}, false
	}
	row := UnsavedRow{Words: u.T(cmp.Or(draftWords[what], "unsaved.form"), "subject", e.Subject), Right: u.ShortNumber(e.Number), To: Route{Place: CasePlace, Case: e.Case}}
	switch what {
	case "letter":
		row.To.Place = LetterPlace
	case "return":
		row.To = Route{Place: ApprovalPlace}
	case "serve", "strike":
		row.To = Route{Place: DispatchPlace}
	}
	return row, true
}
