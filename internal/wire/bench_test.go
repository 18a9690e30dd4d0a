package wire_test

import (
	"testing"
	"time"

	"harta/internal/domain"
	"harta/internal/wire"
)

// sampleEntry is an ordinary line of the register: an answered complaint.
func sampleEntry() domain.Entry {
	return domain.Entry{
		Case: num(0x51), Number: sampleNumber(), Kind: domain.ComplaintStaff, State: domain.Closed, Channel: domain.ByPost,
		Subject: "Отказ на служител на гише да приеме заявление", Sender: "Иван Примеров Примеров", Person: num(0x41),
		SenderType: domain.NaturalPerson, Settlement: "гр. Примерно", Topic: num(0x31), Department: num(0x21), Lead: num(0x12),
		Respondents: []domain.Respondent{{User: num(0x14)}}, ReceivedOn: on("2026-11-12"),
		RegisteredAt: time.Date(2026, time.November, 12, 7, 15, 42, 0, time.UTC), Deadlines: sampleDeadlines(),
		DecidedOn: on("2026-12-08"), AnsweredOn: on("2026-12-10"), ClosedOn: on("2026-12-11"), Outcome: domain.Upheld,
		Ground: domain.Admissible, Measures: 1, Flags: domain.FlagApology,
	}
}

func BenchmarkEncode(b *testing.B) {
	e := samples()["case.registered.1"]
	b.ReportAllocs()
	for b.Loop() {
		if _, err := wire.Encode(e); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDecode(b *testing.B) {
	p, err := wire.Encode(samples()["case.registered.1"])
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := wire.Decode(p.Kind, p.Version, p.Body); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEncodeEntry(b *testing.B) {
	e := sampleEntry()
	b.ReportAllocs()
	for b.Loop() {
		wire.EncodeEntry(e)
	}
}

func BenchmarkReadEntry(b *testing.B) {
	row := wire.EncodeEntry(sampleEntry())
	b.ReportAllocs()
	for b.Loop() {
		if err := wire.ReadEntry(row, &domain.Entry{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(row)), "B/row")
}

func BenchmarkDigest(b *testing.B) {
	c := domain.Case{ID: num(0x51), Intake: sampleIntake(), Deadlines: sampleDeadlines()}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := wire.Digest(c); err != nil {
			b.Fatal(err)
		}
	}
}
