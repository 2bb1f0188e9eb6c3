package tw.ecard.registration.application;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** 申請單位: a school or agency, by its code. */
@Embeddable
public record Institution(
        @Column(name = "institution_code") String code,
        @Column(name = "institution_name") String name,

        @Column(name = "institution_kind") @Enumerated(EnumType.STRING)
        InstitutionKind kind) {}
