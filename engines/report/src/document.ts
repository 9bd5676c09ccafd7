/** The languages a document is written in; one document has one. */
export type Language = 'zh' | 'en'

/** How a value is written. Money is whole minor units, ratios are fractions. */
export type Unit = 'money' | 'count' | 'ratio' | 'multiple' | 'seconds' | 'days' | 'score'

/** Where a figure comes from, so that a reader can go there: an object of the plan, a question to the metric catalogue, a record. */
export type Reference =
  | { kind: 'plan'; part: string; id: string | null; field: string | null }
  | {
      kind: 'query'
      metrics: readonly string[]
      by: readonly string[]
      from: string
      to: string
      filters?: readonly { dimension: string; op: 'in' | 'notIn'; values: readonly string[] }[]
      compare?: 'previous' | 'yoy' | 'campaignDay'
    }
  | { kind: 'record'; resource: string; id: string | null }

/** A ratio that is a movement: `growth` is a share of what was (+2.1%), `points` the distance of two ratios (+0.46 百分点). */
export type Movement = 'growth' | 'points'

/** A value that something stands behind. `null` is "not known" and is written as a dash, never as 0. */
export type Figure = { value: number | null; unit: Unit; ref: Reference; as?: Movement }

/** A piece of a sentence: words, or a figure that is written by the renderer. */
export type Piece = string | Figure

/** What a sentence about change must name: which metric, over which period, against what. */
export type Claim = { metric: string; period: string; comparison: string }

export type Sentence = { pieces: readonly Piece[]; claim?: Claim }

/** How a spreadsheet works a cell out from other columns of its row, by their index; `share` is of the column's total. */
export type ColumnFormula =
  | { kind: 'ratio'; over: number; under: number }
  | { kind: 'difference'; of: number; less: number }
  | { kind: 'growth'; now: number; before: number }
  | { kind: 'share'; of: number }

export type TableColumn = {
  title: string
  align: 'left' | 'right' /** Relative to the other columns. */
  width: number
  formula?: ColumnFormula
}
export type TableCell = string | Figure

/**
 * `depth` indents the first cell of a tree's row; `strong` rows are totals. `sum`: every figure without a formula is the sum of the
 * rows above it, and a spreadsheet adds them up.
 */
export type TableRow = { cells: readonly TableCell[]; depth?: number; strong?: boolean; sum?: boolean }

export type ChartSeries = { name: string; values: readonly (number | null)[]; pale?: boolean }

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; sentences: readonly Sentence[] }
  /** The author's own words, as they wrote them. */
  | { kind: 'author'; text: string }
  | { kind: 'figures'; items: readonly { label: string; figure: Figure; note: string }[] }
  | { kind: 'table'; title: string; columns: readonly TableColumn[]; rows: readonly TableRow[] }
  | {
      kind: 'chart'
      title: string
      type: 'bar' | 'line' | 'stacked'
      unit: Unit
      categories: readonly string[]
      series: readonly ChartSeries[]
      ref: Reference
    }
  /** Days half-open; the bars' order is the rows' order. */
  | {
      kind: 'gantt'
      title: string
      from: string
      to: string
      rows: readonly { label: string; from: string; to: string }[]
      ref: Reference
    }
  /** What a draft still lacks, and where to fill it in. A final document has none. */
  | { kind: 'missing'; text: string; ref: Reference }

export type ReportChapter = { id: string; title: string; blocks: readonly Block[] }

/** `facts` stand on the title page: shop, year, version. */
export type ReportDocument = {
  title: string
  subtitle: string
  language: Language
  currency: string
  draft: boolean
  facts: readonly { label: string; value: string }[]
  chapters: readonly ReportChapter[]
}

export const figure = (value: number | null, unit: Unit, ref: Reference): Figure => ({ value, unit, ref })

export const isFigure = (piece: Piece | TableCell): piece is Figure => typeof piece !== 'string'
