package desk

import (
	"fmt"
	"io"

	"harta/internal/domain"
	"harta/internal/office"
)

// LogLimit is logLimit.
const LogLimit = logLimit

// Log is the log of a run.
type Log struct{ *logFile }

// NewLog makes the log of a run.
func NewLog(path string) Log { return Log{&logFile{path: path, fallback: io.Discard}} }

// Close ends the log.
func (l Log) Close() { l.close() }

// ExpectedFaults are the errors that have a sentence of their own.
func ExpectedFaults() []error {
	var all []error
	for _, known := range expectedFaults {
		all = append(all, known.cause)
	}
	return all
}

// ErasureWords are the words of a list of what is to be destroyed.
func ErasureWords(d *Desk, all []office.ErasureFile, id domain.ErasureID) string {
	for _, x := range all {
		if x.Erasure.Erasure == id {
			return fmt.Sprint(d.erasureSheet(d.Acting(), x).Parts)
		}
	}
	return ""
}

// ReceiptWords are the words of the slip of a case.
func ReceiptWords(d *Desk, id domain.CaseID) (string, error) {
	file, err := d.Case(id, office.Printed)
	return fmt.Sprint(d.receiptSheet(d.Acting(), file.Case).Parts), err
}
