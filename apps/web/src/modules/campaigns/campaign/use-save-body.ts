import type { CampaignBody } from '@zhanggui/contract'
import { App } from 'antd'
import { useStrings } from '../../../locale/strings.ts'
import { useChangeCampaign } from '../use-campaigns.ts'
import type { CampaignProps } from './campaign-page.tsx'
import { strings } from './strings.ts'

/** Saves some fields of a campaign; the others stay as they are. */
export function useSaveBody({ at, campaign }: Omit<CampaignProps, 'mayWrite'>) {
  const t = useStrings(strings)
  const { message } = App.useApp()
  const change = useChangeCampaign(at)
  const save = (fields: Partial<CampaignBody>, after?: () => void) =>
    change.mutate(
      { ...campaign.body, ...fields, revision: campaign.revision },
      {
        onSuccess: () => {
          void message.success(t.saved)
          after?.()
        },
      },
    )
  return { save, isPending: change.isPending, error: change.error }
}
