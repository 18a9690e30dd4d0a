package letter

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"time"

	"harta/internal/calendar"
)

// producer is the program, as a file names it.
const producer = "harta-desktop"

// info gives the information dictionary. PDF/A wants it to say the same as the metadata.
func (a about) info() []byte {
	var b bytes.Buffer
	b.WriteString("<<")
	if a.title != "" {
		fmt.Fprintf(&b, " /Title <FEFF%s>", utf16Hex(a.title))
	}
	if a.author != "" {
		fmt.Fprintf(&b, " /Author <FEFF%s>", utf16Hex(a.author))
	}
	fmt.Fprintf(&b, " /Creator (%s) /Producer (%s)", producer, producer)
	if !a.at.IsZero() {
		date := a.local().Format("D:20060102150405-07'00'")
		fmt.Fprintf(&b, " /CreationDate (%s) /ModDate (%s)", date, date)
	}
	b.WriteString(" >>\n")
	return b.Bytes()
}

// xmp gives the metadata stream.
func (a about) xmp() []byte {
	var b bytes.Buffer
	b.WriteString("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
		` xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">` + "\n" +
		"<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>\n")
	if a.title != "" {
		fmt.Fprintf(&b, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n", escape(a.title))
	}
	if a.author != "" {
		fmt.Fprintf(&b, "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n", escape(a.author))
	}
	fmt.Fprintf(&b, "<xmp:CreatorTool>%s</xmp:CreatorTool><pdf:Producer>%s</pdf:Producer>\n", producer, producer)
	if !a.at.IsZero() {
		date := a.local().Format("2006-01-02T15:04:05-07:00")
		fmt.Fprintf(&b, "<xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%s</xmp:ModifyDate>\n", date, date)
	}
	b.WriteString("</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return b.Bytes()
}

// local is the creation time as the office's clock showed it, whatever zone the caller has.
func (a about) local() time.Time { return a.at.In(calendar.Sofia()) }

func escape(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(s)) // a bytes.Buffer takes everything
	return b.String()
}
