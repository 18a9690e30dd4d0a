package desk

import (
	"bytes"

	"harta/internal/domain"
	"harta/internal/report"
)

// ReadRegister reads the register of another program, see [report.ReadRegister].
func (d *Desk) ReadRegister(path string) (rows []domain.ImportRow, problems []error, err error) {
	data, err := ReadFile(path, report.MaxBytes)
	if err != nil {
		return nil, nil, err
	}
	rows, problems, err = report.ReadRegister(bytes.NewReader(data), path)
	return rows, problems, about(path, err)
}
