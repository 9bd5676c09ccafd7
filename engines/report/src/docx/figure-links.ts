import { ConcreteHyperlink, type ParagraphChild } from 'docx'
import { strFromU8, strToU8 } from 'fflate'
import { isFigure, type ReportDocument, type Sentence, type TableCell } from '../document.ts'
import type { FigureStyle } from '../format/format-figure.ts'
import type { Links } from '../links.ts'
import { cellText } from '../sentence.ts'
import { type RunStyle, runs } from './paragraphs.ts'

type Parts = Record<string, Uint8Array>
type Form = FigureStyle['form']

const RELATIONS = 'word/_rels/document.xml.rels'
const LINK_RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/**
 * Figures of one text document as links. Addresses are numbered in the order in which they come, each once: the writer's own
 * hyperlinks have names drawn by chance, and the same document has to give the same bytes.
 */
export class FigureLinks {
  private readonly document: ReportDocument
  private readonly links: Links | undefined
  private readonly addresses: string[] = []

  constructor(document: ReportDocument, links: Links | undefined) {
    this.document = document
    this.links = links
  }

  /** A figure as text that leads to what stands behind it; words as they are. */
  runsOf(piece: TableCell, form: Form, style: RunStyle = {}): ParagraphChild[] {
    const text = runs(cellText(piece, this.document, form), style)
    return isFigure(piece) && this.links ? [this.linkTo(this.links.of(piece.ref), text)] : text
  }

  /** Words that lead to the place itself, as above a chart. */
  linked(text: ParagraphChild[], ref: Parameters<Links['of']>[0]): ParagraphChild[] {
    return this.links ? [this.linkTo(this.links.of(ref), text)] : text
  }

  /** Sentences in a row: Chinese stands without blanks between. */
  sentences(sentences: readonly Sentence[], style: RunStyle = {}): ParagraphChild[] {
    const between = this.document.language === 'zh' ? '' : ' '
    return sentences.flatMap(({ pieces }, i) => [
      ...(i > 0 && between ? runs(between, style) : []),
      ...pieces.flatMap((piece) => this.runsOf(piece, 'short', style)),
    ])
  }

  /** The parts of the file with the addresses of what was linked. */
  addTo(parts: Parts): Parts {
    const relations = this.addresses.map(
      (address, i) =>
        `<Relationship Id="rIdFigure${i}" Type="${LINK_RELATION}" Target="${escaped(address)}" TargetMode="External"/>`,
    )
    const text = strFromU8(parts[RELATIONS] ?? new Uint8Array())
    return { ...parts, [RELATIONS]: strToU8(text.replace('</Relationships>', `${relations.join('')}</Relationships>`)) }
  }

  private linkTo(address: string, children: ParagraphChild[]): ParagraphChild {
    const known = this.addresses.indexOf(address)
    const number = known >= 0 ? known : this.addresses.push(address) - 1
    return new ConcreteHyperlink(children, `Figure${number}`)
  }
}
