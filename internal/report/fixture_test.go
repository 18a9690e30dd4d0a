package report_test

import (
	"bytes"
	"fmt"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/report"
	"harta/internal/say"
)

// speaker gives the words of a language as the program ships them.
func speaker(tb testing.TB, lang string) *say.Speaker {
	tb.Helper()
	s, err := say.New(lang)
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

// opened writes the workbook of a year and reads it back.
func opened(tb testing.TB, y domain.Yearly, words report.Words) *excelize.File {
	tb.Helper()
	var buf bytes.Buffer
	if err := report.Yearly(&buf, y, words, nil); err != nil {
		tb.Fatal(err)
	}
	return reopened(tb, buf.Bytes())
}

func reopened(tb testing.TB, data []byte) *excelize.File {
	tb.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := f.Close(); err != nil {
			tb.Error(err)
		}
	})
	return f
}

func department(n int) domain.DepartmentID { return domain.DepartmentID{byte(n)} }

func topic(n int) domain.TopicID { return domain.TopicID{byte(n)} }

// sample is a year of a small municipality; its figures close.
func sample() domain.Yearly {
	y := domain.Yearly{
		Year: 2026, AsOf: calendar.NewDate(2026, time.December, 31), Office: "Община Примерно", Target: 95,
		Calendar: "2026-1", Received: 318, Carried: 14, Closed: 289, Open: 43,
		ByKind: []domain.KindMonths{
			months(domain.ComplaintStaff, 1, 0, 2, 1, 0, 1, 1, 2, 0, 1, 1, 1),
			months(domain.ComplaintService, 3, 2, 4, 2, 3, 4, 2, 3, 2, 4, 3, 3),
			months(domain.Signal, 12, 14, 18, 15, 16, 17, 16, 14, 17, 16, 9, 8),
			months(domain.Proposal, 2, 3, 2, 4, 3, 2, 3, 2, 4, 3, 2, 1),
			months(domain.Question, 4, 5, 6, 4, 5, 6, 5, 4, 6, 5, 4, 4),
			months(domain.Praise, 1, 1, 0, 1, 2, 0, 1, 0, 2, 1, 1, 1),
			months(domain.FOIRequest),
		},
		ByChannel: []domain.Count[domain.Channel]{
			count(domain.AtDesk, 104), count(domain.ByEmail, 82), count(domain.ByDelivery, 41), count(domain.ByPhone, 33), count(domain.ByPost, 29),
			count(domain.ByWebForm, 20), count(domain.InBox, 9),
		},
		ByTopic: []domain.Count[domain.TopicID]{
			count(topic(1), 31), count(topic(2), 74), count(topic(3), 58), count(topic(4), 22), count(topic(5), 133),
		},
		ByOutcome: []domain.Count[domain.Outcome]{
			count(domain.Upheld, 71), count(domain.PartlyUpheld, 52), count(domain.Rejected, 48), count(domain.Answered, 61), count(domain.Actioned, 29),
			count(domain.Thanked, 9), count(domain.ForwardedOn, 12), count(domain.NotOpened, 7),
		},
		ByGround: []domain.Count[domain.Ground]{
			count(domain.Admissible, 268), count(domain.GroundAnonymous, 5), count(domain.GroundExOfficio, 2), count(domain.GroundNotOurs, 12), count(domain.GroundTooOld, 2),
		},
		ClosedBy: [12]int{22, 25, 27, 29, 28, 30, 29, 24, 28, 30, 17, 0},
		Units: []domain.Unit{
			unit(1, 89, domain.Kept{OnTime: 78, Extended: 9, Late: 2}, 24), unit(2, 74, domain.Kept{OnTime: 66, Extended: 5, Late: 3}, 17), unit(3, 44, domain.Kept{OnTime: 41, Extended: 2, Late: 1}, 12), unit(4, 39, domain.Kept{OnTime: 37, Extended: 0, Late: 1}, 9),
			unit(5, 37, domain.Kept{OnTime: 31, Extended: 4, Late: 1}, 28), unit(6, 9, domain.Kept{OnTime: 8, Extended: 0, Late: 0}, 15), unit(0, 26, domain.Kept{OnTime: 0, Extended: 0, Late: 0}, 0),
		},
		Legal: domain.Kept{OnTime: 204, Extended: 20, Late: 3}, Charter: domain.Kept{OnTime: 36, Extended: 3, Late: 3},
		Notified: domain.Share{Part: 211, Whole: 227}, Forwards: domain.Share{Part: 11, Whole: 12},
		Days: domain.Spread{N: 262, Mean: 19.4, Median: 17, P90: 41.2},
		DaysByKind: []domain.KindDays{
			{Kind: domain.ComplaintStaff, Days: domain.Spread{N: 9, Mean: 20.1, Median: 19, P90: 29}},
			{Kind: domain.ComplaintService, Days: domain.Spread{N: 33, Mean: 18.6, Median: 18.5, P90: 30}},
			{Kind: domain.Signal, Days: domain.Spread{N: 140, Mean: 24.8, Median: 24, P90: 52}},
			{Kind: domain.Question, Days: domain.Spread{N: 53, Mean: 5.2, Median: 5, P90: 9}},
			{Kind: domain.Praise, Days: domain.Spread{}},
		},
		Histogram: [6]int{61, 72, 83, 38, 6, 2},
		Overdue: domain.Overdue{
			Answered: 6, MeanDelay: 8.5, Open: 4, OldestAge: 73,
			Reasons: []domain.Count[string]{count("чака становище от външен орган", 4), count("липса на служител", 2)},
		},
		Extended: domain.Share{Part: 20, Whole: 318}, UpheldOf: domain.Share{Part: 123, Whole: 171},
		Measures: domain.Measures{Ordered: 64, InTime: 51, Overdue: 5}, Repeats: 11, Anonymous: 7, Danger: 2,
		Staff: domain.Share{Part: 3, Whole: 9}, Praise: 11, Opinions: 0, Proposals: domain.Share{Part: 12, Whole: 28},
		Apologies: 6, Returned: 14, Annulled: 2,
		Names: domain.Names{
			Departments: map[domain.DepartmentID]string{
				department(1): "Строителство и инфраструктура", department(2): "Чистота и озеленяване",
				department(3): "Местни данъци и такси", department(4): "Административно обслужване",
				department(5): "Дирекция „Устройство на територията, кадастър и регулация“", department(6): "Правно обслужване",
			},
			Topics: map[domain.TopicID]string{
				topic(1): "Улично осветление", topic(2): "Пътна инфраструктура", topic(3): "Чистота и сметосъбиране",
				topic(4): "Безстопанствени кучета", topic(5): "Административно обслужване",
			},
		},
		Before: []domain.Figures{
			{
				Year: 2024, Received: 282, Closed: 271, Open: 22, Legal: domain.Kept{OnTime: 181, Extended: 14, Late: 9},
				Charter: domain.Kept{OnTime: 28, Extended: 2, Late: 6}, Days: domain.Spread{N: 240, Median: 22}, UpheldOf: domain.Share{Part: 101, Whole: 160},
			},
			{
				Year: 2025, Received: 296, Closed: 304, Open: 14, Legal: domain.Kept{OnTime: 199, Extended: 16, Late: 6},
				Charter: domain.Kept{OnTime: 33, Extended: 3, Late: 4}, Days: domain.Spread{N: 259, Median: 19}, UpheldOf: domain.Share{Part: 118, Whole: 168},
			},
		},
	}
	y.Lines = lines(60)
	return y
}

func count[T comparable](of T, n int) domain.Count[T] { return domain.Count[T]{Of: of, N: n} }

func months(k domain.Kind, counts ...int) domain.KindMonths {
	m := domain.KindMonths{Kind: k}
	for i, n := range counts {
		m.Months[i], m.Total = n, m.Total+n
	}
	return m
}

func unit(id, received int, kept domain.Kept, median float64) domain.Unit {
	u := domain.Unit{
		Department: department(id), Received: received, Closed: kept.Whole(), Open: received - kept.Whole() + 2, Kept: kept,
		OpenLate: kept.Late / 2, UpheldOf: domain.Share{Part: kept.OnTime / 2, Whole: kept.OnTime},
	}
	if u.Closed > 0 {
		u.Days = domain.Spread{N: u.Closed, Median: median}
	}
	return u
}

// lines makes n cases, every seventh without an answer.
func lines(n int) []domain.Entry {
	first := calendar.NewDate(2026, time.January, 5)
	all := make([]domain.Entry, n)
	for i := range all {
		received := first.AddDays(i % 350)
		all[i] = domain.Entry{
			Number: domain.Number{Text: fmt.Sprintf("94-%d/%s", i+1, received.Local()), Date: received},
			Kind:   domain.Kinds()[i%7], Channel: domain.Channels()[i%8], Topic: topic(1 + i%5), Department: department(1 + i%6),
			ReceivedOn: received, Deadlines: []domain.Deadline{{Clock: domain.LegalClock, Due: received.AddDays(61)}},
			Sender: "Мария Иванова Петрова", Subject: "Изронен тротоар пред входа на детската градина, опасно за децата",
			Settlement: "с. Примерно",
		}
		if i%7 != 0 {
			all[i].AnsweredOn, all[i].Outcome = received.AddDays(5+i%40), domain.Outcomes()[i%6]
		}
	}
	return all
}
