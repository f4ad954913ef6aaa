package io.feishuhire.doctor;

import io.feishuhire.connector.feishu.AppPermission;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What was found out about the permissions of an app. */
record PermissionFindings(Map<AppPermission, Finding> findings) {

    /** What is known of one permission. */
    enum Finding {
        GRANTED,
        MISSING,
        NOT_TESTED
    }

    Finding of(AppPermission permission) {
        return findings.getOrDefault(permission, Finding.NOT_TESTED);
    }

    boolean allGranted(Collection<AppPermission> permissions) {
        return permissions.stream().allMatch(permission -> of(permission) == Finding.GRANTED);
    }

    List<AppPermission> with(Finding finding, Collection<AppPermission> permissions) {
        return permissions.stream()
                .filter(permission -> of(permission) == finding)
                .toList();
    }
}
