package desk

import (
	"path/filepath"

	"harta/internal/domain"
)

// Colleague is somebody who works in the office, as the list of those who may sign in shows him. His name is sealed in
// the office, so before anybody has signed in it is known only at a PC where somebody has before.
type Colleague struct {
	Name  string `json:"name"`
	Title string `json:"title,omitempty"`
}

func (d *Desk) peopleFile() string { return filepath.Join(d.StateDir(), "people.json") }

// Colleagues gives who works in the office of the data folder, as far as this user of this PC has seen them; it knows
// nobody of another office.
func (d *Desk) Colleagues() map[domain.UserID]Colleague {
	d.mu.Lock()
	defer d.mu.Unlock()
	people := map[domain.UserID]Colleague{}
	for id, c := range readNotes[map[string]Colleague](d.peopleFile())[d.key("people")] {
		people[domain.ParseID[domain.UserID](id)] = c
	}
	return people
}

// meet remembers who works in the open office. Without it the list shows logins.
func (d *Desk) meet() {
	d.mu.Lock()
	defer d.mu.Unlock()
	seen := map[string]Colleague{}
	for _, u := range d.Settings().Users {
		if u.Removed.IsZero() {
			seen[domain.ID(u.ID).String()] = Colleague{u.Name, u.Title}
		}
	}
	all := readNotes[map[string]Colleague](d.peopleFile())
	all[d.key("people")] = seen
	_ = writeNotes(d.peopleFile(), all)
}
