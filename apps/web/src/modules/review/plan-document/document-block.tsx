import type { DocumentBlock, DocumentFigure } from '@zhanggui/contract'
import { Fragment } from 'react'
import { Link } from 'react-router'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import link from '../../../parts/link.module.css'
import styles from './document-block.module.css'
import { DocumentChart } from './document-chart.tsx'
import { DocumentGantt } from './document-gantt.tsx'
import { DocumentTable } from './document-table.tsx'
import { FigureLink } from './figure-link.tsx'
import { referenceLink } from './reference-link.ts'
import { strings } from './strings.ts'
import type { DocumentPlace } from './use-document.ts'

type Props = { block: DocumentBlock; at: DocumentPlace; currency: string }
type Block<Kind extends DocumentBlock['kind']> = Extract<DocumentBlock, { kind: Kind }>

export function DocumentBlockView({ block, at, currency }: Props) {
  switch (block.kind) {
    case 'heading':
      return <h3 className={styles.heading}>{block.text}</h3>
    case 'paragraph':
      return <Paragraph block={block} at={at} currency={currency} />
    case 'author':
      return <blockquote className={styles.author}>{block.text}</blockquote>
    case 'figures':
      return <Figures block={block} at={at} currency={currency} />
    case 'table':
      return <DocumentTable block={block} at={at} currency={currency} />
    case 'chart':
      return <DocumentChart block={block} currency={currency} />
    case 'gantt':
      return <DocumentGantt block={block} />
    case 'missing':
      return <Missing block={block} at={at} />
  }
}

const isFigure = (piece: string | DocumentFigure): piece is DocumentFigure => typeof piece !== 'string'

function Paragraph({ block, at, currency }: { block: Block<'paragraph'> } & Omit<Props, 'block'>) {
  const pieces = block.sentences.flatMap(({ pieces: own }) => own)
  const keyed = pieces.map((piece, i) => ({ key: `${i}-${isFigure(piece) ? 'figure' : piece}`, piece }))
  return (
    <p className={styles.text}>
      {keyed.map(({ key, piece }) => (
        <Fragment key={key}>
          {isFigure(piece) ? <FigureLink figure={piece} at={at} currency={currency} /> : piece}
        </Fragment>
      ))}
    </p>
  )
}

function Figures({ block, at, currency }: { block: Block<'figures'> } & Omit<Props, 'block'>) {
  const format = useFormat(currency)
  return (
    <div className={styles.figures}>
      {block.items.map(({ label, figure, note }) => (
        <Link key={label} to={referenceLink(figure.ref, at)} className={styles.figure}>
          <span className={styles.label}>{label}</span>
          <span
            className={styles.value}
            data-value={figure.value ?? ''}
            title={format.exact(figure.value, figure.unit)}
          >
            {format.short(figure.value, figure.unit)}
          </span>
          <span className={styles.note}>{note}</span>
        </Link>
      ))}
    </div>
  )
}

function Missing({ block, at }: { block: Block<'missing'>; at: DocumentPlace }) {
  const t = useStrings(strings)
  return (
    <p className={styles.missing}>
      {block.text}{' '}
      <Link className={link.link} to={referenceLink(block.ref, at)}>
        {t.toFill}
      </Link>
    </p>
  )
}
