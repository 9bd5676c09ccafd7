import { PauseCircleFilled, PlayCircleOutlined } from '@ant-design/icons'
import { Alert, Button, Popconfirm } from 'antd'
import { usePermissions } from '../../../app/use-permissions.ts'
import { useShopInstant } from '../../../app/use-shop-instant.ts'
import { useStrings } from '../../../locale/strings.ts'
import { strings } from './strings.ts'
import { usePause, useSetPause } from './use-playbooks.ts'

/** Stops everything automatic of the shop, and lets it go on. */
export function PauseButton() {
  const t = useStrings(strings)
  const { data } = usePause()
  const set = useSetPause()
  if (!usePermissions().includes('live:act') || !data) return null
  if (data.paused)
    return (
      <Button type="primary" icon={<PlayCircleOutlined />} loading={set.isPending} onClick={() => set.mutate(false)}>
        {t.resume}
      </Button>
    )
  return (
    <Popconfirm
      title={t.pauseAsk}
      description={t.pauseText}
      okText={t.pauseAll}
      cancelText={t.cancel}
      onConfirm={() => set.mutate(true)}
    >
      <Button danger icon={<PauseCircleFilled />} loading={set.isPending}>
        {t.pauseAll}
      </Button>
    </Popconfirm>
  )
}

export function PauseBanner() {
  const t = useStrings(strings)
  const instantOf = useShopInstant()
  const { data } = usePause()
  if (!data?.paused) return null
  return <Alert type="warning" showIcon title={t.pausedBy(data.by ?? t.system, instantOf(data.at ?? ''))} />
}
