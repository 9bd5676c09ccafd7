import type { ChannelSettings, Store } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { listChannels } from '../../live/channels/list-channels.ts'
import type { Connector } from './connector.ts'

type Kind = ChannelSettings['kind']

const useOf = (kind: Kind) => async (context: Context, store: Store) => {
  const on = (await listChannels(context, store.id)).filter(
    ({ settings, enabled }) => enabled && settings.kind === kind,
  )
  const simulated = on.filter((channel) => channel.simulated).length
  return { real: on.length - simulated, simulated }
}

const SIMULATOR = {
  zh: '渠道设为“模拟”：按平台的格式、长度与签名组好，收在本机，可逐条查看',
  en: 'A channel set to simulated: composed as the platform wants it, in form, length and signature, and kept here to be read',
}

const message = (kind: Kind, about: Pick<Connector, 'nameZh' | 'nameEn' | 'needs'>): Connector => ({
  id: kind,
  direction: 'out',
  simulator: SIMULATOR,
  page: 'live/alerts?view=channels',
  use: useOf(kind),
  ...about,
})

/** Ways by which messages leave: to the shop's people, and through its gateway to buyers. */
export const MESSAGE_CONNECTORS: readonly Connector[] = [
  message('email', {
    nameZh: '邮件',
    nameEn: 'E-mail',
    needs: { zh: 'SMTP 服务器、账号与密码', en: 'A mail server (SMTP), account and password' },
  }),
  message('dingtalk', {
    nameZh: '钉钉群机器人',
    nameEn: 'DingTalk group robot',
    needs: { zh: '自定义机器人地址，按需加签密钥', en: "A custom robot's address, and its signing secret where asked" },
  }),
  message('wecom', {
    nameZh: '企业微信群机器人',
    nameEn: 'WeCom group robot',
    needs: { zh: '群机器人地址', en: "A group robot's address" },
  }),
  message('webhook', {
    nameZh: 'Webhook（含催付等买家触达网关）',
    nameEn: 'Webhook, also the gateway to buyers',
    needs: { zh: '接收地址，按需签名密钥', en: 'An address that receives, and a signing secret where wanted' },
  }),
]
