package resources

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// Demo is a made-up office to practise in. Departments are named, users and topics refer to them by name.
type Demo struct {
	Office      DemoOffice   `json:"office"`
	Departments []string     `json:"departments"`
	Users       []DemoUser   `json:"users"`
	Topics      []DemoTopic  `json:"topics"`
	Filing      []DemoFiling `json:"filing"`
}

// DemoOffice is the office as its letters show it.
type DemoOffice struct {
	Municipality string `json:"municipality"`
	Country      string `json:"country"`
	Settlement   string `json:"settlement"`
	District     string `json:"district"`
	Address      string `json:"address"`
	Phone        string `json:"phone"`
	Email        string `json:"email"`
	Site         string `json:"site"`
	Hours        string `json:"hours"`
	Privacy      string `json:"privacy"`
}

// DemoUser is a user of the demo office. The first one founds it. A head's role is for the user's department.
type DemoUser struct {
	Login      string   `json:"login"` // what --user takes
	Name       string   `json:"name"`
	Title      string   `json:"title"`
	Department string   `json:"department"`
	Roles      []string `json:"roles"`
}

// DemoTopic is a topic with the department that usually answers it.
type DemoTopic struct {
	Name       string `json:"name"`
	Department string `json:"department"`
}

// DemoFiling is a file of the nomenclature. Zero Years means that it is kept for ever.
type DemoFiling struct {
	Code  string `json:"code"`
	Title string `json:"title"`
	Years int    `json:"years"`
}

// DemoData returns the demo office.
func DemoData() (Demo, error) {
	data, err := read("demo.json")
	if err != nil {
		return Demo{}, err
	}
	var d Demo
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&d); err != nil {
		return Demo{}, fmt.Errorf("demo office: %w", err)
	}
	return d, nil
}
