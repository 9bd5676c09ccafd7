import { LineChartOutlined } from '@ant-design/icons'
import type { DimensionInfo, MetricDictionary, MetricInfo } from '@zhanggui/contract'
import { Link } from 'react-router'
import { useRoles } from '../../../api/use-roles.ts'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { strings as areaStrings } from '../strings.ts'
import { formulaInWords } from './formula-in-words.ts'
import styles from './metric-entry.module.css'
import { strings } from './strings.ts'
import { tableName } from './table-name.ts'

type MetricEntryProps = { metric: MetricInfo; dictionary: MetricDictionary }

/** One metric: its definition first, then everything a careful reader asks. */
export function MetricEntry({ metric, dictionary }: MetricEntryProps) {
  const t = useStrings(strings)
  const area = useStrings(areaStrings)
  const language = useLanguage()
  const store = useStoreId()
  const mayExplore = usePermissions().includes(metric.permission)
  const formula = formulaInWords(metric.formula, dictionary.metrics, language)
  const owner = useRoles().data?.find(({ id }) => id === metric.owner)
  const finest = dictionary.dimensions.find(({ id }) => id === metric.grain)
  const grain = finest ? nameOf(finest, language) : metric.grain
  const direction = metric.higherIsBetter === null ? t.neutral : metric.higherIsBetter ? t.higher : t.lower
  return (
    <li id={metric.id} className={styles.entry}>
      <header className={styles.header}>
        <h2 className={styles.name}>{nameOf(metric, language)}</h2>
        <code className={styles.id}>{metric.id}</code>
        <span className={styles.group}>{area[metric.group]}</span>
      </header>
      <p className={styles.definition}>{language === 'zh' ? metric.definitionZh : metric.definitionEn}</p>
      <dl className={styles.facts}>
        {metric.formula !== metric.id && <Fact label={t.formula} words={[formula]} />}
        <Fact label={t.kind} words={[t[metric.kind], direction]} />
        <Fact label={t.grain} words={[grain, ...(metric.window ? [`${t.window} ${metric.window}`] : [])]} />
        <Fact label={t.dimensions} words={dimensionNames(metric, dictionary.dimensions, language)} />
        <Fact label={t.sources} words={metric.sources.map((table) => tableName(table, language))} />
        <Fact label={t.owner} words={[owner ? nameOf(owner, language) : metric.owner]} />
      </dl>
      {mayExplore && (
        <Link to={`/stores/${store}/insight/explore?metrics=${metric.id}`} className={styles.explore}>
          <LineChartOutlined aria-hidden /> {area.useInExplorer}
        </Link>
      )}
    </li>
  )
}

const Fact = ({ label, words }: { label: string; words: string[] }) => (
  <div className={styles.fact}>
    <dt>{label}</dt>
    <dd className={styles.words}>
      {words.map((word) => (
        <span key={word}>{word}</span>
      ))}
    </dd>
  </div>
)

function dimensionNames(metric: MetricInfo, dimensions: readonly DimensionInfo[], language: 'zh' | 'en'): string[] {
  return dimensions
    .filter((dimension) => dimension.kind === 'category' && metric.dimensions.includes(dimension.id))
    .map((dimension) => nameOf(dimension, language))
}
