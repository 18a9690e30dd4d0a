package main

import (
	"time"

	"harta/internal/calendar"
	"harta/internal/domain"
)

// caseJSON is a line of the register as programs read it.
type caseJSON struct {
	Number     string `json:"number"`
	Kind       string `json:"kind"`
	State      string `json:"state"`
	Channel    string `json:"channel"`
	Subject    string `json:"subject"`
	Sender     string `json:"sender,omitempty"`
	SenderType string `json:"sender_type,omitempty"`
	Settlement string `json:"settlement,omitempty"`
	Topic      string `json:"topic,omitempty"`
	Department string `json:"department,omitempty"`
	Lead       string `json:"lead,omitempty"`
	Received   string `json:"received"`
	Registered string `json:"registered"`
	Due        string `json:"due,omitempty"`
	Legal      string `json:"legal_due,omitempty"`
	Charter    string `json:"charter_due,omitempty"`
	Urgency    string `json:"urgency"`
	Turn       string `json:"turn,omitempty"` // a user or a role; only in lists
	Outcome    string `json:"outcome,omitempty"`
	Answered   string `json:"answered,omitempty"`
	Closed     string `json:"closed,omitempty"`
}

// urgencies are the names programs know urgencies by.
var urgencies = map[domain.Urgency]string{
	domain.NoTerm: "none", domain.OnTime: "on_time", domain.HalfTime: "half_time", domain.Soon: "soon",
	domain.Today: "today", domain.Late: "late",
}

func (a *app) caseJSON(now *domain.Office, e domain.Entry) caseJSON {
	department, _ := now.Department(e.Department)
	topic, _ := now.Topic(e.Topic)
	due, _ := e.Due()
	return caseJSON{
		Number: e.Number.Text, Kind: string(e.Kind), State: string(e.State), Channel: string(e.Channel), Subject: e.Subject,
		Sender: e.Sender, SenderType: string(e.SenderType), Settlement: e.Settlement, Topic: topic.Name,
		Department: department.Name, Lead: userName(now, e.Lead), Received: e.ReceivedOn.String(),
		Registered: instant(e.RegisteredAt), Due: due.Due.String(), Legal: dueOn(e, domain.LegalClock),
		Charter: dueOn(e, domain.CharterClock), Urgency: urgencies[now.Remind(e, a.today()).Urgency],
		Outcome: string(e.Outcome), Answered: e.AnsweredOn.String(), Closed: e.ClosedOn.String(),
	}
}

// turnJSON names whose turn it is as programs know users and roles.
func turnJSON(now *domain.Office, t domain.Turn) string {
	if t.Role != "" {
		return string(t.Role)
	}
	return userName(now, t.User)
}

func dueOn(e domain.Entry, c domain.Clock) string {
	d, _ := e.Deadline(c)
	return d.Due.String()
}

// instant writes a moment with the offset of Sofia.
func instant(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.In(calendar.Sofia()).Format(time.RFC3339)
}
