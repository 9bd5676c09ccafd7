import type { ProgrammeField } from '@zhanggui/contract'
import { Button } from 'antd'
import { type Format, useFormat } from '../../../../format/use-format.ts'
import { type Language, nameOf, useLanguage, useStrings } from '../../../../locale/strings.ts'
import { Card } from '../../../../parts/card.tsx'
import stack from '../../../../parts/stack.module.css'
import proof from '../../proof.module.css'
import { factText } from '../fact-text.ts'
import type { Values } from '../fields/start-values.ts'
import { strings as listStrings } from '../strings.ts'
import { proofPath } from '../use-programmes.ts'
import { FactList } from './fact-list.tsx'
import styles from './one.module.css'
import type { ProgrammeProps } from './programme-view.tsx'
import { strings } from './strings.ts'

type Reader = { format: Format; language: Language; yesNo: readonly [string, string] }

function termText(field: ProgrammeField, value: unknown, reader: Reader): string {
  const { format, language, yesNo } = reader
  if (value === null || value === undefined) return '–'
  if (field.kind === 'flag') return yesNo[value ? 0 : 1]
  if (field.kind === 'skus') return (value as readonly string[]).join('、')
  const choice = field.choices?.find((one) => one.value === value)
  if (choice) return nameOf(choice, language)
  const { kind } = field
  const unit = kind === 'sku' || kind === 'choice' || kind === 'rows' ? 'text' : kind
  return factText({ unit, value: value as string | number }, format, language)
}

type RowsProps = { field: ProgrammeField; rows: readonly Values[]; reader: Reader }

/** Quotes, items, benefits as they were published. */
function RowsTable({ field: { fields = [], ...field }, rows, reader }: RowsProps) {
  // A row has no name of its own, and rows that were published never change places.
  const placed = rows.map((row, index) => ({ row, index }))
  return (
    <table className={styles.rows} aria-label={nameOf(field, reader.language)}>
      <thead>
        <tr>
          {fields.map((inner) => (
            <th key={inner.id}>{nameOf(inner, reader.language)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {placed.map(({ row, index }) => (
          <tr key={index}>
            {fields.map((inner) => (
              <td key={inner.id}>{termText(inner, row[inner.id], reader)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What was promised, and what anybody needs to check that it was kept. */
export function TermsPanel({ at, programme, kind }: ProgrammeProps) {
  const t = useStrings(strings)
  const { yes, no } = useStrings(listStrings)
  const language = useLanguage()
  const details = programme.facts.filter(({ isDetail }) => isDetail)
  const reader: Reader = { format: useFormat(), language, yesNo: [yes, no] }
  return (
    <div className={stack.stack}>
      <Card title={t.term}>
        <dl className={styles.facts}>
          {kind.terms.map((field) => (
            <div key={field.id}>
              <dt>{nameOf(field, language)}</dt>
              <dd>
                {field.kind === 'rows' ? (
                  <RowsTable field={field} rows={programme.terms[field.id] as readonly Values[]} reader={reader} />
                ) : (
                  termText(field, programme.terms[field.id], reader)
                )}
              </dd>
            </div>
          ))}
        </dl>
      </Card>
      {details.length > 0 && (
        <Card title={t.details}>
          <FactList facts={details} />
        </Card>
      )}
      <Card
        title={t.commitment}
        extra={
          <Button size="small" href={proofPath(at)} download={`${programme.id}-proof.json`}>
            {t.proofFile}
          </Button>
        }
      >
        <dl className={proof.proof}>
          <dt>SHA-256</dt>
          <dd>{programme.commitment}</dd>
          <dt>{t.seed}</dt>
          <dd>{programme.seed ?? t.notYet}</dd>
        </dl>
        <p className={styles.help}>{t.verify}</p>
      </Card>
    </div>
  )
}
