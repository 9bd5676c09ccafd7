import pptxgen from 'pptxgenjs'

// The package's types describe its CommonJS form, where the class is the property `default`; what Node imports is the class.
export type Deck = pptxgen.default
export type Slide = pptxgen.default.Slide
export type ChartOptions = pptxgen.default.IChartOpts

const DeckClass = pptxgen as unknown as typeof pptxgen.default

/** An empty wide deck. */
export function openDeck(): Deck {
  const deck = new DeckClass()
  deck.layout = 'LAYOUT_WIDE'
  return deck
}
