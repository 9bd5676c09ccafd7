import { findMechanic } from '../mechanics/registry.ts'
import type { Pipeline } from '../pipeline/pipeline.ts'
import { COUPON_PRESETS } from './coupon-presets.ts'
import { ITEM_PRESETS } from './item-presets.ts'
import { MULTI_BUY_PRESETS } from './multi-buy-presets.ts'
import { PAYMENT_PRESETS } from './payment-presets.ts'
import { PLATFORM_PRESETS } from './platform-presets.ts'
import { PLAY_PRESETS } from './play-presets.ts'
import { POINTS_PRESETS } from './points-presets.ts'
import type { Preset } from './preset.ts'
import { REWARD_PRESETS } from './reward-presets.ts'
import { SHIPPING_PRESETS } from './shipping-presets.ts'
import { SPEND_PRESETS } from './spend-presets.ts'

/** Every promotion that an operator may pick by name, in the order a list shows them. */
export const PRESETS: readonly Preset[] = [
  ...ITEM_PRESETS,
  ...MULTI_BUY_PRESETS,
  ...SPEND_PRESETS,
  ...COUPON_PRESETS,
  ...PLATFORM_PRESETS,
  ...REWARD_PRESETS,
  ...POINTS_PRESETS,
  ...SHIPPING_PRESETS,
  ...PLAY_PRESETS,
  ...PAYMENT_PRESETS,
]

const BY_NAME = new Map(PRESETS.map((preset) => [preset.preset, preset]))

export const findPreset = (preset: string): Preset | undefined => BY_NAME.get(preset)

/** The presets that a pipeline has a level for, in the same order. */
export const presetsOn = ({ levels }: Pipeline): Preset[] =>
  PRESETS.filter(({ rule, mechanic }) => {
    const name = rule.level ?? findMechanic(mechanic)?.level
    return levels.some(({ level }) => level === name)
  })
