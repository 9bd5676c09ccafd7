import { DownloadOutlined, ExpandOutlined, InboxOutlined } from '@ant-design/icons'
import type { ReportView } from '@zhanggui/contract'
import { Button, Dropdown, Select } from 'antd'
import { useNavigate } from 'react-router'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useSearchState } from '../../../app/use-search-state.ts'
import { useStoreId } from '../../../app/use-store-id.ts'
import { useFormat } from '../../../format/use-format.ts'
import { nameOf, useLanguage, useStrings } from '../../../locale/strings.ts'
import { strings } from './strings.ts'
import { type ReportPlace, reportFilePath, useKeepEdition, useReports } from './use-reports.ts'

type Props = { at: ReportPlace; view: ReportView | undefined; onPresent: () => void }

/** Which period, which edition; show it, keep it, take it away. */
export function ReportActions({ at, view, onPresent }: Props) {
  const t = useStrings(strings)
  const permissions = usePermissions()
  const keep = useKeepEdition(at)
  return (
    <>
      <PeriodChoice at={at} />
      <EditionChoice at={at} view={view} />
      <Button icon={<ExpandOutlined aria-hidden />} onClick={onPresent} disabled={!view} title={t.presentHelp}>
        {t.present}
      </Button>
      {permissions.includes('plan:write') && (
        <Button
          icon={<InboxOutlined aria-hidden />}
          disabled={!view}
          loading={keep.isPending}
          onClick={() => keep.mutate(at.language)}
        >
          {t.keep}
        </Button>
      )}
      {permissions.includes('data:export') && <Downloads at={at} />}
    </>
  )
}

function PeriodChoice({ at }: { at: ReportPlace }) {
  const t = useStrings(strings)
  const language = useLanguage()
  const navigate = useNavigate()
  const store = useStoreId()
  const periods = useReports().data?.kinds.find(({ id }) => id === at.report)?.periods ?? []
  return (
    <Select
      aria-label={t.period}
      // A key says nothing before its name is there.
      value={periods.length > 0 ? at.period : null}
      popupMatchSelectWidth={false}
      options={periods.map((period) => ({ value: period.key, label: nameOf(period, language) }))}
      onChange={(key: string) => navigate(`/stores/${store}/review/reports/${at.report}/${encodeURIComponent(key)}`)}
    />
  )
}

const NOW = 0

function EditionChoice({ at, view }: Pick<Props, 'at' | 'view'>) {
  const t = useStrings(strings)
  const format = useFormat()
  const { set } = useSearchState()
  if (!view || view.editions.length === 0) return null
  const options = view.editions.map(({ number, madeAt }) => ({
    value: number,
    label: t.edition(String(number), format.instant(madeAt)),
  }))
  return (
    <Select
      aria-label={t.kept}
      value={at.edition ?? NOW}
      popupMatchSelectWidth={false}
      options={[{ value: NOW, label: t.now }, ...options]}
      onChange={(number: number) => set({ edition: number === NOW ? null : String(number) })}
    />
  )
}

function Downloads({ at }: { at: ReportPlace }) {
  const t = useStrings(strings)
  const store = useStoreId()
  const formats = useReports().data?.formats ?? []
  const items = formats.map((format) => ({
    key: format,
    label: (
      <a href={reportFilePath(store, at, format)} download>
        {t[format]}
      </a>
    ),
  }))
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button type="primary" icon={<DownloadOutlined aria-hidden />}>
        {t.download}
      </Button>
    </Dropdown>
  )
}
