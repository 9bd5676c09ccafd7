export const DAYS_SHOWN = 30

/** Share that is left on the way to the payment where nothing was shortened, against which a shop sees itself. Source: D3, "over 30 %". */
export const USUAL_LOST_SHARE = 0.3
