package domain_test

import (
	"encoding/csv"
	"os"
	"slices"
	"strings"
	"testing"

	"harta/internal/domain"
)

// officeEventsByName are what can be recorded of the office and its people, as the table names it.
var officeEventsByName = map[string]domain.Event{
	"person.recorded":      domain.PersonRecorded{},
	"person.corrected":     domain.PersonCorrected{},
	"person.erased":        domain.PersonErased{},
	"person.erased+sealed": domain.PersonErased{Sealed: domain.CaseID{1}},
	"user.added":           domain.UserAdded{},
	"user.removed":         domain.UserRemoved{},
	"user.keyed":           domain.UserKeyed{User: domain.UserID{77}},
	"user.keyed+own":       nil, // his own key: of whoever is asked about
	"role.granted":         domain.RoleGranted{},
	"role.revoked":         domain.RoleRevoked{},
	"settings.set":         domain.SettingsSet{},
	"calendar.set":         domain.CalendarSet{},
	"rules.set":            domain.RulesSet{},
	"template.set":         domain.TemplateSet{},
	"paragraph.set":        domain.ParagraphSet{},
	"topic.set":            domain.TopicSet{},
	"filing.set":           domain.FilingSet{},
	"department.set":       domain.DepartmentSet{},
}

// TestThePermissionsOverTheOfficeAreThoseOfTheTable holds the second table that is kept by hand, in both directions.
func TestThePermissionsOverTheOfficeAreThoseOfTheTable(t *testing.T) {
	s := newStory(t, "2026-11-23", advisedOffice(t)...)
	rows := officeTable(t)
	for name, e := range officeEventsByName {
		var got []string
		for _, role := range domain.Roles() {
			who := ids[role]
			if name == "user.keyed+own" {
				e = domain.UserKeyed{User: who}
			}
			if s.as(who).MayOffice(e) == nil {
				got = append(got, string(role))
			}
		}
		if want, listed := rows[name]; !listed || !slices.Equal(got, want) {
			t.Errorf("%s is allowed to %q, the table says %q", name, got, want)
		}
		if s.as(stranger).MayOffice(e) == nil && e != nil {
			t.Errorf("%s is allowed to a stranger", name)
		}
	}
	for name := range rows {
		if _, known := officeEventsByName[name]; !known {
			t.Errorf("the table names %q", name)
		}
	}
}

func officeTable(t *testing.T) map[string][]string {
	t.Helper()
	file, err := os.Open("testdata/permissions_office.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close() //nolint:errcheck // it was only read
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]string{}
	for _, r := range rows[1:] {
		all[r[0]] = strings.Fields(r[1])
	}
	return all
}
