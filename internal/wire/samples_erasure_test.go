package wire_test

import "harta/internal/domain"

// erasureSamples are the events of a list of what is to be destroyed.
func erasureSamples() map[string]domain.Event {
	return map[string]domain.Event{
		"erasure.proposed.1": domain.ErasureProposed{
			Erasure: num(0x91), Protocol: "12", Of: on("2032-01-12"), On: on("2032-01-13"),
			Cases: []domain.ErasureLine{
				{
					Case: num(0x51), Number: sampleNumber(), Kind: domain.ComplaintStaff, Filing: "94-02", Volume: "2",
					ReceivedOn: on("2026-11-12"), EndedOn: on("2026-12-11"), Years: 5, Until: on("2031-12-31"), Sheets: 7, Last: num(0x92), Annulled: true,
				},
				{
					Case: num(0x52), Number: sampleNumber(), Kind: domain.Signal, Filing: "94-02", ReceivedOn: on("2026-11-12"),
					EndedOn: on("2026-11-12"), Years: 5, Until: on("2031-12-31"), Last: num(0x93),
				},
			},
		},
		"erasure.confirmed.1": domain.ErasureConfirmed{Erasure: num(0x91), On: on("2032-01-14")},
		"erasure.withdrawn.1": domain.ErasureWithdrawn{Erasure: num(0x91), On: on("2032-01-15"), Reason: "сгрешен протокол"},
		"erasure.executed.1": domain.ErasureExecuted{
			Erasure: num(0x91), On: on("2032-01-16"), Left: []domain.ErasureLeft{{Case: num(0x52), Why: domain.ChangedSince}},
		},
	}
}
