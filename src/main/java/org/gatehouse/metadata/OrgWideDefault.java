package org.gatehouse.metadata;

/** What everybody who may read an object sees of it before ownership, hierarchy and sharing open more. */
public enum OrgWideDefault {
    PRIVATE("Private"),
    PUBLIC_READ("PublicRead"),
    PUBLIC_READ_WRITE("PublicReadWrite"),
    CONTROLLED_BY_PARENT("ControlledByParent");

    private final String apiName;

    OrgWideDefault(String apiName) {
        this.apiName = apiName;
    }

    /** The default's name in metadata. */
    public String apiName() {
        return apiName;
    }

    /**
     * The default of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static OrgWideDefault named(String apiName) {
        for (OrgWideDefault value : values()) {
            if (value.apiName.equals(apiName)) {
                return value;
            }
        }
        throw new IllegalArgumentException("No org-wide default is named " + apiName);
    }
}
