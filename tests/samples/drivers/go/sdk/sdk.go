// Package sdk names what the samples import, so that the module lists it.
package sdk

import (
	_ "github.com/huaweicloud/huaweicloud-sdk-go-v3/core/auth/basic"
	_ "github.com/huaweicloud/huaweicloud-sdk-go-v3/core/region"
	_ "github.com/huaweicloud/huaweicloud-sdk-go-v3/core/sdkerr"
	_ "github.com/huaweicloud/huaweicloud-sdk-go-v3/services/cts/v3"
	_ "github.com/huaweicloud/huaweicloud-sdk-go-v3/services/cts/v3/model"
	_ "github.com/huaweicloud/huaweicloud-sdk-go-v3/services/cts/v3/region"
)
