//! Throttling of processor and network.

use anyhow::Result;
use serde_json::json;

use super::Page;

/// Round trip in milliseconds, and bits a second down and up: a slow 4G as Lighthouse has it.
pub const SLOW_4G: (f64, f64, f64) = (150.0, 1_638_400.0, 750_000.0);

impl Page<'_> {
    /// Slows the processor down by a factor.
    pub fn slow_down(&mut self, times: u8) -> Result<()> {
        self.call("Emulation.setCPUThrottlingRate", &json!({ "rate": times })).map(drop)
    }

    /// Throttles the network to slow 4G.
    pub fn on_slow_4g(&mut self) -> Result<()> {
        let (latency, down, up) = SLOW_4G;
        self.call("Network.enable", &json!({}))?;
        let conditions = json!({
            "offline": false, "latency": latency, "downloadThroughput": down / 8.0, "uploadThroughput": up / 8.0,
        });
        self.call("Network.emulateNetworkConditions", &conditions).map(drop)
    }

    /// Sets the preference to save data.
    pub fn save_data(&mut self) -> Result<()> {
        self.call("Emulation.setDataSaverOverride", &json!({ "dataSaverEnabled": true })).map(drop)
    }
}
