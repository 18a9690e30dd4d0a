package report

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"

	"github.com/xuri/excelize/v2"
)

// Limits of a packed workbook, against one made to fill the memory.
const (
	maxParts    = 2_000
	maxUnpacked = 200 << 20
	maxRatio    = 100
	ratioFrom   = 1 << 20 // smaller workbooks may be packed as tightly as they like
)

// workbook reads every sheet that has the head of a register; others are notes.
func (in *intake) workbook(data []byte) (err error) {
	if err := unpackable(data); err != nil {
		return err
	}
	defer func() {
		// The library is not ours and the file is anybody's: neither may end the program.
		if cause := recover(); cause != nil {
			err = fmt.Errorf("%w: %v", ErrNotWorkbook, cause)
		}
	}()
	// With equal limits nothing is unpacked into the temporary folder, where other users could read it.
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: maxUnpacked, UnzipXMLSizeLimit: maxUnpacked,
	})
	if err != nil {
		return fmt.Errorf("%w: %w", ErrNotWorkbook, err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	found := false
	for _, sheet := range f.GetSheetList() {
		g := &grid{in: in}
		if err := in.sheet(f, sheet, g); err != nil {
			return err
		}
		found = found || g.found()
	}
	if !found {
		in.noHead()
	}
	return nil
}

// unpackable refuses a packed file that would unpack to too much. What it declares is what the library unpacks:
// the standard library stops at it.
func unpackable(data []byte) error {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return fmt.Errorf("%w: %w", ErrNotWorkbook, err)
	}
	var sum uint64
	for _, part := range z.File {
		sum += min(part.UncompressedSize64, maxUnpacked+1)
		if sum > maxUnpacked || len(z.File) > maxParts {
			return fmt.Errorf("%w: unpacks to too much", ErrTooLarge)
		}
	}
	if sum > ratioFrom && sum/maxRatio > uint64(len(data)) {
		return fmt.Errorf("%w: packed too tightly", ErrTooLarge)
	}
	return nil
}

// sheet puts the rows of a sheet into a grid. Chart sheets have none.
func (in *intake) sheet(f *excelize.File, name string, g *grid) error {
	props, err := f.GetWorkbookProps()
	if err != nil {
		return fmt.Errorf("%w: %w", ErrNotWorkbook, err)
	}
	rows, err := f.Rows(name)
	if err != nil {
		return nil //nolint:nilerr // a chart sheet has no rows; a broken one is found by its missing head
	}
	for line := 1; rows.Next() && !in.full(); line++ {
		if line > MaxRows+headWithin {
			return fmt.Errorf("%w: over %d rows", ErrTooLarge, MaxRows)
		}
		fields, err := rows.Columns()
		if err != nil {
			return fmt.Errorf("%w: row %d: %w", ErrNotWorkbook, line, err)
		}
		r := record{sheet: name, line: line, fields: fields, since1904: props.Date1904 != nil && *props.Date1904}
		if err := g.add(r); err != nil {
			return err
		}
	}
	if err := rows.Close(); err != nil {
		return fmt.Errorf("read sheet: %w", err)
	}
	return g.settle()
}
