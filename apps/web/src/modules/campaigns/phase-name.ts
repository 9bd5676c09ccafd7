import type { CampaignState, PhaseWindow } from '@zhanggui/contract'

/** Only a campaign of several bursts counts its waves. */
export function isWaved(windows: readonly Pick<PhaseWindow, 'phase'>[], phase: CampaignState): boolean {
  return windows.filter((window) => window.phase === phase).length > 1
}
