import type { PlanDocument } from '@zhanggui/contract'
import { Tag } from 'antd'
import { useFormat } from '../../../format/use-format.ts'
import { useStrings } from '../../../locale/strings.ts'
import { DocumentBlockView } from './document-block.tsx'
import styles from './document-reader.module.css'
import { keyedBlocks } from './keyed-blocks.ts'
import { strings } from './strings.ts'
import type { DocumentPlace } from './use-document.ts'

type Props = { document: PlanDocument; at: DocumentPlace }

/** Chapters beside their text, as one reads a report. */
export function DocumentReader({ document, at }: Props) {
  const t = useStrings(strings)
  const format = useFormat(document.currency)
  return (
    <div className={styles.reader} id="document-reader">
      <nav className={styles.chapters} aria-label={t.chapters}>
        {document.chapters.map(({ id, title }, i) => (
          <a key={id} href={`#chapter-${id}`}>
            <span className={styles.number}>{i + 1}</span>
            {title}
          </a>
        ))}
      </nav>
      <article className={styles.paper}>
        <header className={styles.cover}>
          <h2>{document.title}</h2>
          <p>{document.subtitle}</p>
          <p className={styles.facts}>
            <Tag>{document.draft ? t.draft : t.final}</Tag>
            {document.facts.map(({ label, value }) => (
              <span key={label}>
                {label} {format.daysInText(value)}
              </span>
            ))}
          </p>
        </header>
        {document.chapters.map(({ id, title, blocks }, i) => (
          <section key={id} id={`chapter-${id}`} className={styles.chapter} aria-labelledby={`title-${id}`}>
            <h2 id={`title-${id}`}>
              <span className={styles.number}>{i + 1}</span>
              {title}
            </h2>
            {keyedBlocks(blocks).map(({ key, block }) => (
              <DocumentBlockView key={key} block={block} at={at} currency={document.currency} />
            ))}
          </section>
        ))}
      </article>
    </div>
  )
}
