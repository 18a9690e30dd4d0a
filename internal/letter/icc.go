package letter

import (
	"encoding/binary"
	"math"
)

// sRGB makes the colour profile of IEC 61966-2-1 as an ICC version 2 matrix profile: the numbers are public, so
// no file with a licence of its own is needed.
func sRGB() []byte {
	curve := profileTag{"rTRC", curveData(1024)}
	tags := []profileTag{
		{"desc", append([]byte("desc\x00\x00\x00\x00\x00\x00\x00\x05sRGB\x00"), make([]byte, 4+4+2+1+67)...)},
		{"cprt", []byte("text\x00\x00\x00\x00CC0\x00")},
		{"wtpt", xyz(0.9642, 1, 0.8249)},
		{"rXYZ", xyz(0.4360, 0.2225, 0.0139)},
		{"gXYZ", xyz(0.3851, 0.7169, 0.0971)},
		{"bXYZ", xyz(0.1431, 0.0606, 0.7139)},
		curve,
		{"gTRC", nil}, // the same as the one before
		{"bTRC", nil},
	}
	header := make([]byte, 128)
	binary.BigEndian.PutUint32(header[8:], 0x02100000) // version 2.1
	copy(header[12:], "mntrRGB XYZ ")
	for i, v := range []uint16{2026, 1, 1, 0, 0, 0} { // when it was made, fixed
		binary.BigEndian.PutUint16(header[24+2*i:], v)
	}
	copy(header[36:], "acsp")
	copy(header[68:], xyz(0.9642, 1, 0.8249)[8:]) // D50
	return profile(header, tags)
}

// profileTag is an entry of a profile; without data it shares that of the entry before.
type profileTag struct {
	name string
	data []byte
}

func profile(header []byte, tags []profileTag) []byte {
	start := len(header) + 4 + 12*len(tags)
	index := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	var data []byte
	var offset, length int
	for _, t := range tags {
		if t.data != nil {
			data = append(data, make([]byte, -len(data)&3)...)
			offset, length = start+len(data), len(t.data)
			data = append(data, t.data...)
		}
		index = append(index, t.name...)
		index = binary.BigEndian.AppendUint32(index, uint32(offset))
		index = binary.BigEndian.AppendUint32(index, uint32(length))
	}
	all := append(append(header, index...), data...)
	binary.BigEndian.PutUint32(all, uint32(len(all)))
	return all
}

// xyz encodes a colour in 16.16 fixed point.
func xyz(values ...float64) []byte {
	data := []byte("XYZ \x00\x00\x00\x00")
	for _, v := range values {
		data = binary.BigEndian.AppendUint32(data, uint32(math.Round(v*65536)))
	}
	return data
}

// curveData tabulates the transfer curve of sRGB.
func curveData(n int) []byte {
	data := binary.BigEndian.AppendUint32([]byte("curv\x00\x00\x00\x00"), uint32(n))
	for i := range n {
		v := float64(i) / float64(n-1)
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		data = binary.BigEndian.AppendUint16(data, uint16(math.Round(v*65535)))
	}
	return data
}
