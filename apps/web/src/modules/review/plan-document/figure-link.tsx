import type { DocumentFigure } from '@zhanggui/contract'
import { Link } from 'react-router'
import { useFormat } from '../../../format/use-format.ts'
import styles from './document-block.module.css'
import { referenceLink } from './reference-link.ts'
import type { DocumentPlace } from './use-document.ts'

type Props = { figure: DocumentFigure; at: DocumentPlace; currency: string; exact?: boolean }

/** A figure that leads to what stands behind it. */
export function FigureLink({ figure, at, currency, exact = false }: Props) {
  const format = useFormat(currency)
  const { value, unit, ref, as } = figure
  const moved =
    as && value !== null && format.change({ amount: value, kind: as === 'growth' ? 'relative' : 'points', places: 2 })
  return (
    <Link
      to={referenceLink(ref, at)}
      className={styles.reference}
      data-value={value ?? ''}
      title={format.exact(value, unit)}
    >
      {moved || (exact ? format.exact(value, unit === 'ratio' ? null : unit) : format.short(value, unit))}
    </Link>
  )
}
